using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Lambdas.Feedback;

/// <summary>What one notification asks this system to do.</summary>
/// <param name="Type">The event's type, such as Bounce; for the log.</param>
/// <param name="SendId">Which send it is about; null for mail that this system did not send, or an envelope without tags.</param>
/// <param name="Sightings">One for each recipient that is to be suppressed.</param>
/// <param name="News">For the send's ledger row; null where the event says nothing that the ledger keeps.</param>
/// <param name="Remarks">What someone reading the log should know besides.</param>
/// <param name="Defect">What can't be done, and must be reported once the rest is: a recipient without an address, say.</param>
public sealed record FeedbackEffect(
    string Type,
    string? SendId,
    string? MessageId,
    IReadOnlyList<Sighting> Sightings,
    MailNews? News,
    IReadOnlyList<FeedbackRemark> Remarks,
    UnreadableFeedback? Defect = null);

/// <param name="Kind">A word to search the log by.</param>
/// <param name="Detail">May hold an address; the log masks it.</param>
public sealed record FeedbackRemark(string Kind, string? Recipient = null, string? Detail = null);
