using SesCompliance.Ops.Terminal;
using Spectre.Console;

namespace SesCompliance.Ops.Feedback;

/// <summary>Dead letters as people read them.</summary>
internal static class FeedbackView
{
    public static void Write(IAnsiConsole console, FeedbackReport report, DateTimeOffset now)
    {
        foreach (var letter in report.Letters)
        {
            console.MarkupLine($"[{Colour(letter.Outcome)}]{letter.Outcome.ToString().ToLowerInvariant(),-8}[/] {Safe(What(letter))} [dim]{letter.Queue.ToString().ToLowerInvariant()} for {Age(now - letter.Since)}[/]");
            console.MarkupLine($"         why: {Safe(letter.Why)}");
            if (letter.Problem is { } problem)
            {
                console.MarkupLine($"         [red]{Safe(problem)}[/]");
            }
        }

        console.MarkupLine(Summary(report));
        foreach (var step in Next(report))
        {
            console.Profile.Out.Writer.WriteLine($"  → {step}");
        }
    }

    private static string What(LetterReport letter) => letter.Messages.Count == 0 ? $"(unreadable, SQS message {letter.Id})" : string.Join("; ", letter.Messages.Select(What));

    private static string What(SesMessage message) => message.Event is not { } name
        ? $"(unreadable: {(message.Text.Length > 60 ? $"{message.Text[..60]}…" : message.Text)})"
        : $"{name}{(message.Recipients.Count > 0 ? $" of {string.Join(", ", message.Recipients)}" : "")}{(message.SendId is { } id ? $", send {id}" : "")}";

    private static string Summary(FeedbackReport report) => report switch
    {
        { Letters.Count: 0 } => "[green]No dead letters.[/]",
        { Replayed: 0, Again: 0, Left: 0 } => $"[yellow]{report.Waiting} waiting{(report.DryRun ? "; nothing was replayed (--dry-run)" : "")}.[/]",
        { Again: 0, Left: 0 } => $"[green]{report.Replayed} replayed.[/]",
        _ => $"[red]{report.Replayed} replayed, {report.Again} here again, {report.Left} unreadable.[/]",
    };

    private static IEnumerable<string> Next(FeedbackReport report)
    {
        var stack = $"--stack {report.Stack}";
        if (report.Stopped)
        {
            yield return "There may be more, since this ended before the queues were empty (--max): run it again.";
        }

        if (report.Waiting > 0)
        {
            yield return $"When the cause is mended: ses-ops feedback redrive {stack}";
        }

        if (report.Again > 0)
        {
            yield return $"Find the cause before the next redrive: ses-ops doctor {stack}";
        }

        if (report.Replayed > 0)
        {
            yield return $"The handler takes them in within seconds; what it can't is here again after some minutes: ses-ops feedback show {stack}";
        }
    }

    private static string Age(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => $"{(int)age.TotalDays} days",
        { TotalHours: >= 2 } => $"{(int)age.TotalHours} hours",
        { TotalMinutes: >= 2 } => $"{(int)age.TotalMinutes} minutes",
        _ => "a moment",
    };

    private static string Safe(string text) => Plain.Text(text).EscapeMarkup();

    private static string Colour(LetterOutcome outcome) => outcome switch
    {
        LetterOutcome.Replayed => "green",
        LetterOutcome.Waiting => "yellow",
        _ => "red",
    };
}
