using SesCompliance.Local.Deployment;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>The deployed resources as a tree: components with what each holds, counted by kind.</summary>
internal static class ResourceTreeView
{
    public static Tree Of(DeployedStack stack)
    {
        var tree = new Tree($"[bold]ses-compliance[/] [dim]stack {stack.Settings.Stack.EscapeMarkup()}, {stack.Resources.Count} resources[/]") { Style = Style.Parse("dim") };
        foreach (var root in stack.Resources.Roots)
        {
            Add(tree, root);
        }

        return tree;
    }

    private static void Add(IHasTreeNodes above, ResourceNode node)
    {
        var own = string.Join(", ", node.Children.Where(child => !child.IsComponent).GroupBy(child => child.Kind)
            .Select(kind => kind.Count() == 1 ? kind.Key : $"{kind.Count()} × {kind.Key}"));
        var added = above.AddNode(own.Length == 0 ? node.Name.EscapeMarkup() : $"{node.Name.EscapeMarkup()} [dim]{own.EscapeMarkup()}[/]");
        foreach (var component in node.Children.Where(child => child.IsComponent))
        {
            Add(added, component);
        }
    }
}
