namespace SesCompliance.Lambdas.SuppressionList;

/// <summary>One row of the suppression list: an address with one reason.</summary>
public sealed record Suppression(string Email, SuppressionReason Reason)
{
    /// <summary>
    /// How many events a row remembers to tell replays from news: an address that bounces for years must not outgrow a
    /// DynamoDB item (400 KB).
    /// </summary>
    public const int MaxFeedbackIds = 500;

    public DateTimeOffset? FirstSeen { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Distinct events; from <see cref="MaxFeedbackIds"/> on no longer exact.</summary>
    public long Count { get; init; }

    /// <summary>The latest event's, as are bounce types, message id and diagnostic.</summary>
    public string? FeedbackId { get; init; }

    public FeedbackIds FeedbackIds { get; init; } = FeedbackIds.None;

    public string? BounceType { get; init; }

    public string? BounceSubType { get; init; }

    public string? MessageId { get; init; }

    public string? Diagnostic { get; init; }

    /// <summary>When an operator last took the row out of force; it stays as the record of that.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    public string? RemovedBy { get; init; }

    public string? RemovedWhy { get; init; }

    /// <summary>Why an operator added the row; null for one that feedback made.</summary>
    public string? AddedWhy { get; init; }

    /// <summary>A removal that was begun and is not finished: the row is in force until it is.</summary>
    public OperatorAct? Removing { get; init; }

    /// <summary>All that operators did to the row, oldest first.</summary>
    public IReadOnlyList<OperatorAct> History { get; init; } = [];

    /// <summary><c>SES</c>, or the operator who added the row.</summary>
    public string? Source { get; init; }

    /// <summary>Counts the row's writes; null for a row that is not there yet, or was written by someone who keeps no versions.</summary>
    public long? Version { get; init; }

    /// <summary>Never removed, or seen again after the removal.</summary>
    public bool IsActive => RemovedAt is not { } removed || LastSeen > removed;

    /// <summary>The row after a sighting. Any order of any sightings, repeated or not, ends in the same row.</summary>
    public Suppression After(Sighting sighting)
    {
        var isNews = sighting.Counts && !FeedbackIds.Contains(sighting.FeedbackId) && !FeedbackIds.IsFull;
        var seen = this with
        {
            FirstSeen = FirstSeen is { } first && first <= sighting.At ? first : sighting.At,
            LastSeen = LastSeen is { } last && last >= sighting.At ? last : sighting.At,
            Count = isNews ? Count + 1 : Count,
            FeedbackIds = sighting.Counts ? FeedbackIds.With(sighting.FeedbackId) : FeedbackIds,
            Source = Source ?? "SES",
        };
        return IsLater(sighting) ? seen.Showing(sighting) : seen;
    }

    private Suppression Showing(Sighting sighting) => this with
    {
        FeedbackId = sighting.FeedbackId,
        BounceType = sighting.BounceType,
        BounceSubType = sighting.BounceSubType,
        MessageId = sighting.MessageId,
        Diagnostic = sighting.Diagnostic,
    };

    // The time alone would leave the choice between two events of one millisecond to their order of arrival.
    private bool IsLater(Sighting sighting) => Nullable.Compare(sighting.At, LastSeen) switch
    {
        0 => string.CompareOrdinal(
            Details(sighting.FeedbackId, sighting.MessageId, sighting.BounceType, sighting.BounceSubType, sighting.Diagnostic),
            Details(FeedbackId, MessageId, BounceType, BounceSubType, Diagnostic)) > 0,
        var order => order > 0,
    };

    private static string Details(params ReadOnlySpan<string?> fields) => string.Join('\n', fields);
}
