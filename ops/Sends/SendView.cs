using System.Globalization;
using SesCompliance.Ops.Terminal;
using Spectre.Console;

namespace SesCompliance.Ops.Sends;

/// <summary>A send as people read it: the answer, what is known, the timeline, and what to do next.</summary>
internal static class SendView
{
    public static void Write(IAnsiConsole console, SendReport report)
    {
        console.MarkupLine($"[bold {Colour(report.State)}]{Safe(report.Answer)}[/]");
        console.WriteLine();
        foreach (var (name, value) in Facts(report))
        {
            Line(console, $"  {name,-12} {Plain.Text(value)}");
        }

        if (report.Timeline.Count > 0)
        {
            console.WriteLine();
            console.MarkupLine("  [bold]Timeline[/] [dim](UTC)[/]");
            foreach (var entry in report.Timeline)
            {
                var took = entry.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"  {seconds:0.000} s") : "";
                Line(console, $"  {Time(entry.At)}  {Plain.Text(entry.What)}{took}");
            }
        }

        foreach (var missing in report.Missing)
        {
            console.WriteLine();
            console.MarkupLine($"  [dim]{Safe(missing)}[/]");
        }

        if (report.Next.Count > 0)
        {
            console.WriteLine();
            console.MarkupLine("  [bold]Next[/]");
            foreach (var command in report.Next)
            {
                Line(console, $"  → {Plain.Text(command)}");
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(SendReport report)
    {
        yield return ("Send id", report.SendId);
        if (report.To is { } to)
        {
            yield return ("To", to);
        }

        if (report.MessageId is { } messageId)
        {
            yield return ("Message id", messageId);
        }

        if (report.Execution is { } execution)
        {
            yield return ("Execution", execution.Outcome ?? (execution.Error is { } error ? $"{execution.Status}: {error}" : execution.Status));
        }

        if (report.Ledger is { } ledger)
        {
            yield return ("Ledger", $"{ledger.Status}{(ledger.Refusal is { } refusal ? $", refused: {refusal}" : "")}{(ledger.Expires is { } expires ? $", kept until {Time(expires)[..10]}" : "")}");
            yield return ("SES's word", ledger.Fate is { } fate ? fate.Reason is { } reason ? $"{fate.Fate}: {reason}" : $"{fate.Fate}" : "none yet");
        }

        foreach (var row in report.Suppressions)
        {
            yield return ("Suppression", $"{row.Reason}{(row.InForce ? "" : ", not in force")}, seen {(row.Count == 1 ? "once" : $"{row.Count} times")}{(row.LastSeen is { } seen ? $", last {Time(seen)}" : "")}{(row.Diagnostic is { } said ? $": {said}" : "")}");
        }
    }

    /// <summary>Written as it is: what is broken to fit the terminal can't be pasted.</summary>
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);

    private static string Safe(string text) => Plain.Text(text).EscapeMarkup();

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Colour(SendState state) => state switch
    {
        SendState.Delivered => "green",
        SendState.Sent or SendState.UnderWay or SendState.SoftBounced or SendState.Suppressed => "yellow",
        SendState.Unknown or SendState.NotFound => "blue",
        _ => "red",
    };
}
