using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.SuppressionList;

/// <summary>One recipient of one bounce or complaint: a reason to suppress an address.</summary>
/// <param name="Email">The normalized address; for one that is no address by our rules, its text in lower case.</param>
/// <param name="At">The event's own time, to the millisecond.</param>
/// <param name="FeedbackId">Tells a replay from a second event.</param>
/// <param name="Counts">
/// False where SES did not try to deliver, its own account list holding the address: that confirms a suppression without
/// being another bounce.
/// </param>
public sealed record Sighting(
    string Email,
    SuppressionReason Reason,
    DateTimeOffset At,
    string FeedbackId,
    bool Counts,
    string? BounceType,
    string? BounceSubType,
    string? MessageId,
    string? Diagnostic)
{
    /// <summary>SES's own id of the feedback; for feedback without one, what tells it from other feedback about the mail.</summary>
    public static string IdOf(string? feedbackId, string? messageId, DateTimeOffset at) =>
        string.IsNullOrWhiteSpace(feedbackId) ? $"{messageId}/{Timestamp.Write(at)}" : feedbackId;
}
