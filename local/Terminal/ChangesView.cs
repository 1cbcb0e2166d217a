using SesCompliance.Local.Deployment.Changes;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>Changes as Pulumi's CLI marks them: + create, ~ update, +- replace, - delete, each with the properties that differ, and their counts.</summary>
internal static class ChangesView
{
    /// <summary>Columns: a terminal breaks long values itself, and they can be copied whole.</summary>
    private const int Unbroken = 100_000;

    private static readonly (Operation Operation, string Mark, string Colour, string Infinitive, string Participle)[] Marks =
    [
        (Operation.Create, "+", "green", "to create", "created"),
        (Operation.Update, "~", "yellow", "to update", "updated"),
        (Operation.Replace, "+-", "fuchsia", "to replace", "replaced"),
        (Operation.Delete, "-", "red", "to delete", "deleted"),
    ];

    public static void Write(IAnsiConsole console, StackChanges changes, bool done)
    {
        console.Profile.Width = Unbroken;
        foreach (var change in changes.Real)
        {
            Write(console, change);
        }

        WriteCounts(console, changes, done);
    }

    /// <param name="done">Whether the changes are made already.</param>
    public static void WriteCounts(IAnsiConsole console, StackChanges changes, bool done)
    {
        console.MarkupLine("[bold]Resources:[/]");
        foreach (var (operation, mark, colour, infinitive, participle) in Marks)
        {
            if (changes.Count(operation) is > 0 and var count)
            {
                console.MarkupLine($"    [{colour}]{mark} {count} {(done ? participle : infinitive)}[/]");
            }
        }

        if (changes.Count(Operation.Same) is > 0 and var same)
        {
            console.MarkupLine($"    {same} unchanged{(changes.Any() ? "" : ": no changes")}");
        }
        else if (!changes.Any())
        {
            console.MarkupLine("    none: nothing is deployed of this stack");
        }
    }

    private static void Write(IAnsiConsole console, ResourceChange change)
    {
        var (_, mark, colour, _, _) = Marks.Single(known => known.Operation == change.Operation);
        WriteLine(console, $" {mark,-2} ", colour, $"{change.Type} {change.Name}", change.ReplacedBy.Count == 0 ? "" : $" replaced by {string.Join(", ", change.ReplacedBy)}");
        foreach (var property in change.Properties)
        {
            var (sign, paint) = property.Old is null ? ("+", "green") : property.New is null ? ("-", "red") : ("~", "yellow");
            var values = property.Old is not null && property.New is not null ? $"{property.Old} => {property.New}" : property.Old ?? property.New!;
            WriteLine(console, $"      {sign} ", paint, $"{property.Path}: ", values);
        }
    }

    private static void WriteLine(IAnsiConsole console, string mark, string colour, string name, string rest) =>
        console.MarkupLine($"[{colour}]{mark}[/]{name.EscapeMarkup()}[dim]{rest.EscapeMarkup()}[/]");
}
