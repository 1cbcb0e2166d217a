using System.Globalization;
using SesCompliance.Local.Demonstration;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>One mail of the demonstration, written as it happens.</summary>
internal sealed class MailView(IAnsiConsole console)
{
    private const string Arrow = " → ";
    private const int Indent = 2;
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMilliseconds(5);

    private int column;

    public void Start(DemonstrationMail mail)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{mail.Title.EscapeMarkup()}[/] [dim]· {mail.To.EscapeMarkup()}[/]");
        column = 0;
    }

    /// <summary>Goes on in the line of the path, or in the next where it would not fit.</summary>
    public void Step(PathStep step)
    {
        var time = step.Duration is { } took && took >= WorthTelling ? " " + Seconds(took) : "";
        var failed = step.Errors.Count == 0 ? "" : " " + Counted(step.Errors);
        var length = step.State.Length + time.Length + failed.Length;
        if (column == 0)
        {
            console.Write("  ");
        }
        else if (column + Arrow.Length + length > console.Profile.Width)
        {
            console.WriteLine();
            console.Markup($"  [dim]{Arrow}[/]");
            column = Indent;
        }
        else
        {
            console.Markup($"[dim]{Arrow}[/]");
        }

        console.Markup($"{step.State.EscapeMarkup()}[dim]{time}[/][yellow]{failed.EscapeMarkup()}[/]");
        column += Arrow.Length + length;
    }

    /// <param name="changed">What the mail changed in metrics and suppression list.</param>
    public void End(SentMail sent, Aftermath changed)
    {
        console.WriteLine();
        var verdict = sent.AsExpected ? $"[green]✓ {sent.Ended.EscapeMarkup()}[/]" : $"[red]✗ {sent.Ended.EscapeMarkup()}, expected {sent.Mail.Expected.EscapeMarkup()}[/]";
        var why = sent.Why.Length == 0 ? "" : $" · {sent.Why.EscapeMarkup()}";
        console.MarkupLine($"  {verdict} [dim]in {Seconds(sent.Took)}{why}[/]");

        IEnumerable<string> changes =
        [
            .. changed.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Metric} +{metric.Sum}")),
            .. changed.Suppressions.Select(row => $"suppression list + {row.Email} {row.Reason}"),
        ];
        console.MarkupLine($"  [dim]{string.Join(" · ", changes.DefaultIfEmpty("nothing sent, nothing counted")).EscapeMarkup()}[/]");
    }

    private static string Counted(IReadOnlyList<string> errors) =>
        string.Join(", ", errors.GroupBy(error => error).Select(error => error.Count() == 1 ? error.Key : $"{error.Count()} × {error.Key}"));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
