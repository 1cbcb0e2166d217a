using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary>An address as people read it: the answer first, then what it rests on.</summary>
internal static class AddressView
{
    public static void Write(TextWriter to, AddressAnswer answer)
    {
        to.WriteLine(Plain.Text(answer.Email));
        to.WriteLine($"{(answer.WouldGoOut ? "✓" : "✗")} {Plain.Text(answer.Why)}");
        foreach (var row in answer.Rows)
        {
            to.WriteLine();
            to.WriteLine($"{row.Reason.ToKey()}, {RowTable.State(row)}, seen {row.Count} times, {RowTable.Time(row.FirstSeen)} to {RowTable.Time(row.LastSeen)}, source {Plain.Text(row.Source ?? "?")}");
            Field(to, "bounce", string.Join(' ', new[] { row.BounceType, row.BounceSubType }.OfType<string>()));
            Field(to, "diagnostic", row.Diagnostic);
            Field(to, "message id", row.MessageId);
            Field(to, "feedback id", row.FeedbackId);
            foreach (var act in row.History)
            {
                Act(to, act);
            }

            if (row.Removing is { } begun)
            {
                Act(to, begun);
            }
        }

        to.WriteLine();
        to.WriteLine(answer.Entry is { } entry ? $"SES account list: {Plain.Text(Words(entry))}" : "SES account list: no entry");
    }

    private static void Act(TextWriter to, OperatorAct act) =>
        to.WriteLine(Plain.Text($"  {RowTable.Time(act.At)}  {act.Kind} by {act.By ?? "?"}: {act.Why ?? "?"}{(act.AccountEntry is { } entry ? $" (with SES's entry: {Words(entry)})" : "")}"));

    private static void Field(TextWriter to, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            to.WriteLine($"  {name}: {Plain.Text(value)}");
        }
    }

    private static string Words(AccountEntry entry) =>
        $"{entry.Reason} since {RowTable.Time(entry.LastUpdateTime)}{(entry.MessageId is { } id ? $", message {id}" : "")}";
}
