using System.Globalization;
using SesCompliance.Local.Demonstration;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>One mail of the demonstration, written as it happens.</summary>
internal sealed class MailView(IAnsiConsole console)
{
    private bool first;

    public void Start(DemonstrationMail mail)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{mail.Title.EscapeMarkup()}[/] [dim]to {mail.To.EscapeMarkup()}[/]");
        console.Write("  ");
        first = true;
    }

    public void Step(PathStep step)
    {
        var time = step.Duration is { TotalMilliseconds: >= 1 } took ? $" [dim]{Seconds(took)}[/]" : "";
        var failed = step.Errors.Count == 0 ? "" : $" [yellow]{Counted(step.Errors).EscapeMarkup()}[/]";
        console.Markup($"{(first ? "" : "[dim] → [/]")}{step.State.EscapeMarkup()}{time}{failed}");
        first = false;
    }

    public void End(SentMail sent)
    {
        console.WriteLine();
        var verdict = sent.AsExpected ? $"[green]✓ {sent.Ended.EscapeMarkup()}[/]" : $"[red]✗ {sent.Ended.EscapeMarkup()}, expected {sent.Mail.Expected.EscapeMarkup()}[/]";
        var why = sent.Why.Length == 0 ? "" : $" [dim]{sent.Why.EscapeMarkup()}[/]";
        console.MarkupLine($"  {verdict} [dim]in {Seconds(sent.Took)}[/]{why}");
    }

    private static string Counted(IReadOnlyList<string> errors) =>
        string.Join(", ", errors.GroupBy(error => error).Select(error => error.Count() == 1 ? error.Key : $"{error.Count()} × {error.Key}"));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
