using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Ops.Suppressions;

/// <summary>A row as --json and export write it; times as the table has them.</summary>
public sealed record RowJson(string Email, string Reason, bool Active)
{
    public string? FirstSeen { get; init; }

    public string? LastSeen { get; init; }

    public long Count { get; init; }

    public string? BounceType { get; init; }

    public string? BounceSubType { get; init; }

    public string? Diagnostic { get; init; }

    public string? MessageId { get; init; }

    public string? FeedbackId { get; init; }

    public string? Source { get; init; }

    public string? AddedWhy { get; init; }

    public string? RemovedAt { get; init; }

    public string? RemovedBy { get; init; }

    public string? RemovedWhy { get; init; }

    /// <summary>A removal that was begun and is not finished.</summary>
    public OperatorAct? Removing { get; init; }

    public IReadOnlyList<OperatorAct>? History { get; init; }

    public static RowJson Of(Suppression row) => new(row.Email, row.Reason.ToKey(), row.IsActive)
    {
        FirstSeen = Time(row.FirstSeen),
        LastSeen = Time(row.LastSeen),
        Count = row.Count,
        BounceType = row.BounceType,
        BounceSubType = row.BounceSubType,
        Diagnostic = row.Diagnostic,
        MessageId = row.MessageId,
        FeedbackId = row.FeedbackId,
        Source = row.Source,
        AddedWhy = row.AddedWhy,
        RemovedAt = Time(row.RemovedAt),
        RemovedBy = row.RemovedBy,
        RemovedWhy = row.RemovedWhy,
        Removing = row.Removing,
        History = row.History is { Count: > 0 } acts ? acts : null,
    };

    private static string? Time(DateTimeOffset? time) => time is { } value ? Timestamp.Write(value) : null;
}
