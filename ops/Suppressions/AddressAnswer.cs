using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <param name="Entry">SES's account list entry.</param>
/// <param name="ReasonsInForce">For which reasons SES drops this stack's mail; asked only where there is an entry.</param>
internal sealed record AddressAnswer(string Email, IReadOnlyList<Suppression> Rows, AccountEntry? Entry, IReadOnlyList<string> ReasonsInForce)
{
    public Suppression? Holding => Rows.Where(row => row.IsActive).MaxBy(row => row.Reason);

    public bool IsDroppedBySes => Entry is { } entry && ReasonsInForce.Contains(entry.Reason);

    public bool WouldGoOut => Holding is null && !IsDroppedBySes;

    public string Why => this switch
    {
        { Holding: { } row } => $"No mail goes out: the stack's list has it for reason {row.Reason.ToKey()}."
            + (row.Removing is { } begun ? $" A removal was begun {RowTable.Time(begun.At)} by {begun.By} and not finished: run it again." : ""),
        { IsDroppedBySes: true } => $"No mail arrives: the stack would send it, and SES would drop it, since its account list has the address for reason {Entry!.Reason}.",
        { Entry: not null } => $"Mail goes out: SES's account list has the address, but neither the account nor the configuration set suppresses for reason {Entry.Reason}.",
        { Rows.Count: > 0 } => "Mail goes out: all its rows were removed.",
        _ => "Mail goes out: neither list has the address.",
    };

    public object Json => new { Email, WouldGoOut, Why, Rows = Rows.Select(RowJson.Of), AccountEntry = Entry };
}
