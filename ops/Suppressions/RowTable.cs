using System.Globalization;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary>Rows for people, a line each, written as they come: the columns' widths are fixed, and a longer address pushes its own line.</summary>
internal sealed class RowTable(TextWriter to) : IAnswerWriter<Suppression>
{
    private bool any;

    public void Write(Suppression row)
    {
        if (!any)
        {
            Line("ADDRESS", "REASON", "STATE", "LAST SEEN (UTC)", "COUNT", "DETAIL");
            any = true;
        }

        Line(Plain.Text(row.Email), row.Reason.ToKey(), State(row), Time(row.LastSeen), row.Count.ToString(CultureInfo.InvariantCulture), Plain.Text(Detail(row)));
    }

    public void Complete()
    {
        if (!any)
        {
            to.WriteLine("No rows.");
        }
    }

    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";

    public static string State(Suppression row) => row switch
    {
        { Removing: not null } => "removing",
        { IsActive: true } => "active",
        _ => "removed",
    };

    private static string Detail(Suppression row) => row switch
    {
        { IsActive: false } => $"removed {Time(row.RemovedAt)} by {row.RemovedBy ?? "?"}: {row.RemovedWhy ?? "?"}",
        { Reason: SuppressionReason.Manual } => $"added by {row.Source ?? "?"}: {row.AddedWhy ?? "?"}",
        _ => string.Join(' ', new[] { row.BounceType, row.BounceSubType, row.Diagnostic }.OfType<string>()),
    };

    private void Line(string address, string reason, string state, string lastSeen, string count, string detail) =>
        to.WriteLine($"{address,-40}  {reason,-9}  {state,-8}  {lastSeen,-19}  {count,5}  {detail}".TrimEnd());
}
