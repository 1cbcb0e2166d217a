using System.Globalization;
using SesCompliance.Local.Demonstration;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>The metrics counted and the suppression list, after the demonstration.</summary>
internal static class AftermathView
{
    public static void Write(IAnsiConsole console, Aftermath aftermath)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Counted[/]  " + string.Join("  ", aftermath.Metrics.Select(metric =>
            $"[dim]{metric.Metric}[/] {metric.Sum.ToString(CultureInfo.InvariantCulture)}")));

        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "");
        foreach (var row in aftermath.Suppressions)
        {
            table.AddRow(row.Email.EscapeMarkup(), row.Reason.EscapeMarkup(), $"[dim]{row.Detail.EscapeMarkup()}[/]");
        }

        console.MarkupLine("[bold]The suppression list now[/]");
        console.Write(new Padder(table, new Padding(2, 0, 0, 0)));
    }
}
