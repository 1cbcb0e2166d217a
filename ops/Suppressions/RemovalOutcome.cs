namespace SesCompliance.Ops.Suppressions;

public enum RemovalResult
{
    /// <summary>Mail goes out to the address again.</summary>
    Removed,

    /// <summary>Nothing was left to do.</summary>
    AlreadyRemoved,

    /// <summary>Neither list has the address.</summary>
    NotListed,

    /// <summary>What was asked for is removed, and something else still holds the address.</summary>
    StillSuppressed,

    /// <summary>New feedback came while the removal ran; it holds the address.</summary>
    SeenAgain,

    /// <summary>The address's owner complained; nothing was done.</summary>
    Refused,
}

/// <summary>What became of one address.</summary>
public sealed record RemovalOutcome(string Email, RemovalResult Result)
{
    public IReadOnlyList<string>? StillSuppressedBy { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public string? RemovedBy { get; init; }

    public string? RemovedWhy { get; init; }

    /// <summary>Whether the address may get mail now.</summary>
    public bool IsClear => Result is RemovalResult.Removed or RemovalResult.AlreadyRemoved or RemovalResult.NotListed;

    /// <summary>The outcome in a line for people.</summary>
    public override string ToString() => Result switch
    {
        RemovalResult.Removed => $"✓ {Email}: removed; mail goes out again",
        RemovalResult.AlreadyRemoved => $"✓ {Email}: removed already, {RowTable.Time(RemovedAt)} by {RemovedBy ?? "?"}: {RemovedWhy ?? "?"}",
        RemovalResult.NotListed => $"✓ {Email}: on neither list",
        RemovalResult.StillSuppressed => $"✗ {Email}: still suppressed by {Holders}",
        RemovalResult.SeenAgain => $"✗ {Email}: new feedback came meanwhile; still suppressed by {Holders}. Look at it (show), then decide again",
        _ => $"✗ {Email}: left alone, its owner complained. Mail to complainers gets accounts suspended; with their consent: --even-complaints",
    };

    private string Holders => string.Join(", ", StillSuppressedBy ?? []);
}
