using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Tests.Lambdas.Feedback;

/// <summary>SES events as AWS documents them, fields that the product does not read included.</summary>
public static class SesEvents
{
    public const string MessageId = "0100017a-message-1";
    public const string MailTime = "2026-11-24T10:00:00.000Z";
    public const string FeedbackTime = "2026-11-24T10:00:05.250Z";

    public static string Bounce(
        string type = "Permanent", string subType = "General", string feedbackId = "feedback-1", string? sendId = "send-1",
        string envelope = "eventType", string at = FeedbackTime, params string[] recipients) =>
        Event("Bounce", "bounce", sendId, envelope, new JsonObject
        {
            ["feedbackId"] = feedbackId,
            ["bounceType"] = type,
            ["bounceSubType"] = subType,
            ["bouncedRecipients"] = new JsonArray([.. (recipients.Length == 0 ? ["user@example.com"] : recipients).Select(recipient => new JsonObject
            {
                ["emailAddress"] = recipient,
                ["action"] = "failed",
                ["status"] = type == "Permanent" ? "5.1.1" : "4.4.7",
                ["diagnosticCode"] = "smtp; 550 5.1.1 user unknown",
            })]),
            ["timestamp"] = at,
            ["remoteMtaIp"] = "127.0.2.0",
            ["reportingMTA"] = "dsn; a8-50.smtp-out.amazonses.com",
        });

    public static string Complaint(
        string? feedbackType = "abuse", string? subType = null, string feedbackId = "complaint-1", string? sendId = "send-1",
        string envelope = "eventType", string at = FeedbackTime, params string[] recipients) =>
        Event("Complaint", "complaint", sendId, envelope, new JsonObject
        {
            ["complainedRecipients"] = new JsonArray([.. (recipients.Length == 0 ? ["user@example.com"] : recipients).Select(recipient =>
                new JsonObject { ["emailAddress"] = recipient })]),
            ["timestamp"] = at,
            ["feedbackId"] = feedbackId,
            ["complaintSubType"] = subType,
            ["userAgent"] = "Amazon SES Mailbox Simulator",
            ["complaintFeedbackType"] = feedbackType,
            ["arrivalDate"] = at,
        });

    public static string Delivery(string? sendId = "send-1", string envelope = "eventType") =>
        Event("Delivery", "delivery", sendId, envelope, new JsonObject
        {
            ["timestamp"] = FeedbackTime,
            ["processingTimeMillis"] = 1250,
            ["recipients"] = new JsonArray("user@example.com"),
            ["smtpResponse"] = "250 2.6.0 Message received",
            ["reportingMTA"] = "mta.example.com",
        });

    public static string Reject(string? sendId = "send-1") => Event("Reject", "reject", sendId, "eventType", new JsonObject { ["reason"] = "Bad content" });

    public static string RenderingFailure(string? sendId = "send-1") => Event("Rendering Failure", "failure", sendId, "eventType", new JsonObject
    {
        ["errorMessage"] = "Attribute 'name' is not present in the rendering data.",
        ["templateName"] = "verify-code",
    });

    public static string Send(string? sendId = "send-1") => Event("Send", "send", sendId, "eventType", []);

    public static string Other(string type, string? sendId = "send-1") => Event(type, "open", sendId, "eventType", []);

    private static string Event(string type, string key, string? sendId, string envelope, JsonObject detail)
    {
        var mail = new JsonObject
        {
            ["timestamp"] = MailTime,
            ["source"] = "Bot <noreply@example.org>",
            ["sourceArn"] = "arn:aws:ses:eu-west-1:123456789012:identity/example.org",
            ["sendingAccountId"] = "123456789012",
            ["messageId"] = MessageId,
            ["destination"] = new JsonArray("user@example.com", "bystander@example.com"),
            ["headersTruncated"] = false,
            ["headers"] = new JsonArray(new JsonObject { ["name"] = "Subject", ["value"] = "Your code" }),
            ["commonHeaders"] = new JsonObject { ["subject"] = "Your code", ["to"] = new JsonArray("user@example.com") },
        };
        if (sendId is not null)
        {
            mail["tags"] = new JsonObject
            {
                ["ses:configuration-set"] = new JsonArray("dev"),
                ["send-id"] = new JsonArray(sendId),
            };
        }

        return new JsonObject { [envelope] = type, ["mail"] = mail, [key] = detail, ["somethingNew"] = new JsonArray(1, "x") }
            .ToJsonString(new JsonSerializerOptions { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() });
    }
}
