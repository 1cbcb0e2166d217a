using SesCompliance.Local.Deployment;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>A plan: every resource below its component by name and type, then the outputs that are known already.</summary>
internal static class PlanView
{
    /// <summary>Columns; a file or a pipe gets each resource on one line.</summary>
    private const int RedirectedWidth = 250;

    public static void Write(IAnsiConsole console, DeployedStack plan)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = RedirectedWidth;
        }

        console.MarkupLine("[dim]What the Pulumi program declares; nothing is started. ARNs are those of the embedded cloud's account and region.[/]");
        var tree = new Tree($"[bold]ses-compliance[/] [dim]stack {plan.Settings.Stack.EscapeMarkup()}, {plan.Resources.Count} resources[/]") { Style = Style.Parse("dim") };
        AddAll(tree, plan.Resources.Roots);
        console.Write(tree);
        console.MarkupLine("[bold]Outputs known before the deployment[/]");
        foreach (var (name, value) in plan.Outputs.OrderBy(output => output.Key, StringComparer.Ordinal))
        {
            console.MarkupLine($"  {name.EscapeMarkup()} [dim]{value.EscapeMarkup()}[/]");
        }
    }

    private static void AddAll(IHasTreeNodes above, IEnumerable<ResourceNode> nodes)
    {
        foreach (var node in nodes)
        {
            AddAll(above.AddNode($"{node.Name.EscapeMarkup()} [dim]{node.Type.EscapeMarkup()}[/]"), node.Children);
        }
    }
}
