using SesCompliance.Local.Demonstration;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>The demonstration's last line.</summary>
internal static class SummaryView
{
    /// <returns>Whether every mail ended as expected.</returns>
    public static bool Write(IAnsiConsole console, IReadOnlyList<SentMail> sent)
    {
        var wrong = sent.Count(mail => !mail.AsExpected);
        console.WriteLine();
        console.MarkupLine(wrong == 0
            ? $"[green]All {sent.Count} requests ended as they should.[/] [dim]./run serve keeps the cloud up, for the aws CLI and boto3.[/]"
            : $"[red]{wrong} of {sent.Count} requests did not end as they should.[/]");
        return wrong == 0;
    }
}
