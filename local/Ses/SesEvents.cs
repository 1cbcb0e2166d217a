using System.Text.Json.Nodes;

namespace SesCompliance.Local.Ses;

/// <summary>
/// Makes the events, with the payloads that SES publishes.
/// Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
/// </summary>
internal sealed class SesEvents(TimeProvider time, SesIds ids)
{
    private const string ReportingMta = "a8-50.smtp-out.amazonses.com";

    /// <summary>How long a mail that cannot be delivered is tried.</summary>
    private static readonly TimeSpan DeliveryPeriod = TimeSpan.FromHours(14);

    private string Now => AwsTime.Format(time.GetUtcNow());

    public static SesEvent Send(IReadOnlyList<string> recipients) => new(SesEventType.Send, recipients, "send", [], CountsForReputation: true);

    public static SesEvent Reject(IReadOnlyList<string> recipients) =>
        new(SesEventType.Reject, recipients, "reject", new JsonObject { ["reason"] = "Bad content" });

    public static SesEvent RenderingFailure(IReadOnlyList<string> recipients, string message, string? templateName) => new(
        SesEventType.RenderingFailure,
        recipients,
        "failure",
        new JsonObject { ["errorMessage"] = message, ["templateName"] = templateName ?? "" });

    public SesEvent Delivery(IReadOnlyList<string> recipients, DateTimeOffset acceptedAt) => new(
        SesEventType.Delivery,
        recipients,
        "delivery",
        new JsonObject
        {
            ["timestamp"] = Now,
            ["processingTimeMillis"] = (long)(time.GetUtcNow() - acceptedAt).TotalMilliseconds,
            ["recipients"] = new JsonArray([.. recipients.Select(recipient => JsonValue.Create(recipient))]),
            ["smtpResponse"] = "250 2.6.0 Message received",
            ["remoteMtaIp"] = "127.0.0.1",
            ["reportingMTA"] = ReportingMta,
        });

    public SesEvent Bounce(IReadOnlyList<string> recipients, BounceKind kind) => new(
        SesEventType.Bounce,
        recipients,
        "bounce",
        BouncePayload(recipients, kind),
        kind is { Type: "Permanent", WasTried: true });

    public SesEvent Complaint(IReadOnlyList<string> recipients, string? subType = null)
    {
        var complaint = new JsonObject
        {
            ["feedbackId"] = ids.Next(),
            ["complaintSubType"] = subType,
            ["complainedRecipients"] = new JsonArray([.. recipients.Select(recipient => new JsonObject { ["emailAddress"] = recipient })]),
            ["timestamp"] = Now,
        };
        if (subType is null)
        {
            complaint["userAgent"] = "Amazon SES Mailbox Simulator";
            complaint["complaintFeedbackType"] = "abuse";
            complaint["arrivalDate"] = Now;
        }

        return new SesEvent(SesEventType.Complaint, recipients, "complaint", complaint, CountsForReputation: subType is null);
    }

    public SesEvent Delay(IReadOnlyList<string> recipients) => new(
        SesEventType.DeliveryDelay,
        recipients,
        "deliveryDelay",
        new JsonObject
        {
            ["timestamp"] = Now,
            ["delayType"] = "TransientCommunicationFailure",
            ["expirationTime"] = AwsTime.Format(time.GetUtcNow() + DeliveryPeriod),
            ["delayedRecipients"] = new JsonArray([.. recipients.Select(recipient => new JsonObject
            {
                ["emailAddress"] = recipient,
                ["status"] = "4.4.1",
                ["diagnosticCode"] = "smtp; 421 4.4.1 Unable to connect to remote host",
            })]),
        });

    private JsonObject BouncePayload(IReadOnlyList<string> recipients, BounceKind kind)
    {
        var bounce = new JsonObject
        {
            ["feedbackId"] = ids.Next(),
            ["bounceType"] = kind.Type,
            ["bounceSubType"] = kind.SubType,
            ["bouncedRecipients"] = new JsonArray([.. recipients.Select(recipient => BouncedRecipient(recipient, kind))]),
            ["timestamp"] = Now,
        };
        if (kind.ReportingMta is { } reporter)
        {
            bounce["reportingMTA"] = reporter;
        }

        if (kind.WasTried)
        {
            bounce["remoteMtaIp"] = "127.0.0.1";
        }

        return bounce;
    }

    private static JsonObject BouncedRecipient(string recipient, BounceKind kind)
    {
        var bounced = new JsonObject { ["emailAddress"] = recipient };
        if (kind.Status is { } status)
        {
            bounced["action"] = "failed";
            bounced["status"] = status;
            bounced["diagnosticCode"] = kind.Diagnostic;
        }

        return bounced;
    }
}
