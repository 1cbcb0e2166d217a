using SesCompliance.Local.Deployment.Changes;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>Changes as Pulumi's CLI marks them: + create, ~ update, +- replace, - delete, each with the properties that differ, and their counts.</summary>
internal static class ChangesView
{
    private static readonly (Operation Operation, string Mark, string Colour, string Infinitive, string Participle)[] Marks =
    [
        (Operation.Create, "+", "green", "to create", "created"),
        (Operation.Update, "~", "yellow", "to update", "updated"),
        (Operation.Replace, "+-", "fuchsia", "to replace", "replaced"),
        (Operation.Delete, "-", "red", "to delete", "deleted"),
    ];

    public static void Write(IAnsiConsole console, StackChanges changes, bool done)
    {
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

        var same = changes.Count(Operation.Same);
        console.MarkupLine($"    {same} unchanged{(changes.Any() ? "" : ": no changes")}");
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

    /// <summary>Long values run on: a line that is broken by a terminal's width can't be copied.</summary>
    private static void WriteLine(IAnsiConsole console, string mark, string colour, string name, string rest) => console.Write(
        new Paragraph().Append(mark, Style.Parse(colour)).Append(name).Append(rest, Style.Parse("dim")).Append("\n").Overflow(Overflow.Fold));
}
