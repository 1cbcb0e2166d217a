using System.Text.Json.Serialization;

namespace SesCompliance.Lambdas.Feedback;

/// <summary>
/// An SES event as it comes over SNS, as far as this system reads it; SES adds fields as it likes, and any may be missing.
/// https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
/// </summary>
/// <param name="EventType">Event publishing, by a configuration set.</param>
/// <param name="NotificationType">Identity notifications, by an identity's own topics.</param>
public sealed record SesEvent(
    string? EventType,
    string? NotificationType,
    SesMail? Mail,
    SesBounce? Bounce,
    SesComplaint? Complaint,
    SesDelivery? Delivery,
    SesReject? Reject,
    SesRenderingFailure? Failure)
{
    [JsonIgnore]
    public string? Type => EventType ?? NotificationType;
}

/// <param name="Tags">Event publishing only.</param>
public sealed record SesMail(string? Timestamp, string? MessageId, Dictionary<string, List<string?>?>? Tags);

/// <param name="Timestamp">When the receiving server bounced it.</param>
public sealed record SesBounce(
    string? BounceType,
    string? BounceSubType,
    List<SesBouncedRecipient?>? BouncedRecipients,
    string? Timestamp,
    string? FeedbackId);

/// <param name="Status">An enhanced status code (RFC 3463): 5.x.x is permanent, 4.x.x is not.</param>
/// <param name="DiagnosticCode">The receiving server's answer, such as <c>smtp; 550 5.1.1 user unknown</c>.</param>
public sealed record SesBouncedRecipient(string? EmailAddress, string? Status, string? DiagnosticCode);

/// <param name="ComplaintSubType"><c>OnAccountSuppressionList</c>, or null.</param>
/// <param name="ComplaintFeedbackType">abuse, auth-failure, fraud, not-spam, other or virus.</param>
public sealed record SesComplaint(
    List<SesComplainedRecipient?>? ComplainedRecipients,
    string? Timestamp,
    string? FeedbackId,
    string? ComplaintSubType,
    string? ComplaintFeedbackType);

public sealed record SesComplainedRecipient(string? EmailAddress);

public sealed record SesDelivery(string? Timestamp);

public sealed record SesReject(string? Reason);

public sealed record SesRenderingFailure(string? TemplateName, string? ErrorMessage);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SesEvent))]
internal sealed partial class SesEventJson : JsonSerializerContext;
