using SesCompliance.Ops.Terminal;
using Spectre.Console;

namespace SesCompliance.Ops.Checks;

/// <summary>Checks as people read them: one line each, and below those that did not pass why it matters and what to do.</summary>
internal static class CheckView
{
    /// <summary>As wide as a mark.</summary>
    private const string Below = "     ";

    public static void Write(IAnsiConsole console, CheckReport report)
    {
        console.MarkupLine($"[bold]{report.Subject.EscapeMarkup()}[/]");
        foreach (var group in report.Checks.GroupBy(check => check.Group))
        {
            console.WriteLine();
            console.MarkupLine($"  [bold]{group.Key.EscapeMarkup()}[/]");
            foreach (var check in group)
            {
                Write(console, check);
            }
        }

        console.WriteLine();
        console.MarkupLine(Summary(report));
    }

    private static void Write(IAnsiConsole console, Check check)
    {
        Write(console, $"  {Mark(check.Verdict)}", $"{Plain.Text(check.Name).EscapeMarkup()} [dim]{Plain.Text(check.Found).EscapeMarkup()}[/]");
        if (check.Verdict == Verdict.Pass)
        {
            return;
        }

        if (check.Why is { } why)
        {
            Write(console, Below, Plain.Text(why).EscapeMarkup());
        }

        foreach (var step in check.ToDo ?? [])
        {
            WriteUnbroken(console, $"→ {Plain.Text(step)}");
        }

        foreach (var record in check.Records ?? [])
        {
            WriteUnbroken(console, $"{record.Type,-6}{record.Name}  {record.Value}");
        }
    }

    /// <summary>A line of which only the text is broken where the terminal is too narrow, and goes on below itself.</summary>
    private static void Write(IAnsiConsole console, string margin, string text) => console.Write(
        new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 1, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0)).AddRow(margin, text));

    /// <summary>A command or a record that was broken to fit the terminal could not be pasted.</summary>
    private static void WriteUnbroken(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine($"{Below} {text}");

    /// <summary>Told apart without colour, too.</summary>
    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "[green]✓ pass[/]",
        Verdict.Warn => "[yellow]! warn[/]",
        Verdict.Fail => "[red]✗ fail[/]",
        _ => "[blue]? none[/]",
    };

    private static string Summary(CheckReport report)
    {
        var counts = string.Join(", ", new[]
        {
            $"{report.Passed} passed", Some(report.Warnings, report.Warnings == 1 ? "warning" : "warnings"), Some(report.Failed, "failed"), Some(report.CouldNotAsk, "could not be asked"),
        }.OfType<string>());
        return report switch
        {
            { Failed: > 0 } => $"[red]{counts}[/]",
            { CouldNotAsk: > 0 } => $"[blue]{counts}[/]",
            { Warnings: > 0 } => $"[yellow]{counts}[/]",
            _ => $"[green]{counts}[/]",
        };
    }

    private static string? Some(int count, string what) => count == 0 ? null : $"{count} {what}";
}
