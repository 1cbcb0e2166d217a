using System.Globalization;
using SesCompliance.Local.Demonstration;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>The demonstration's end: what was counted, the suppression list, and the verdict.</summary>
internal static class SummaryView
{
    /// <returns>Whether every mail ended as expected.</returns>
    public static bool Write(IAnsiConsole console, IReadOnlyList<SentMail> sent, Aftermath aftermath)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Counted[/]           " + string.Join("[dim],[/] ", aftermath.Metrics.Select(metric =>
            $"{metric.Metric} {metric.Sum.ToString(CultureInfo.InvariantCulture)}")));
        foreach (var (row, index) in aftermath.Suppressions.Select((row, index) => (row, index)))
        {
            console.MarkupLine($"[bold]{(index == 0 ? "Suppression list" : ""),-18}[/]{row.Email.EscapeMarkup()} {row.Reason.EscapeMarkup()} [dim]{row.Detail.EscapeMarkup()}[/]");
        }

        var wrong = sent.Count(mail => !mail.AsExpected);
        console.WriteLine();
        console.MarkupLine(wrong == 0
            ? $"[green]All {sent.Count} requests ended as they should.[/] [dim]./run serve keeps the cloud up, for the aws CLI and boto3.[/]"
            : $"[red]{wrong} of {sent.Count} requests did not end as they should.[/]");
        return wrong == 0;
    }
}
