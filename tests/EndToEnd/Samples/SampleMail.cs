using System.Text.Json.Nodes;

namespace SesCompliance.Tests.EndToEnd.Samples;

/// <summary>The mail that a notification is about, with the <c>mail</c> object that SES writes for it.</summary>
/// <param name="SendId">The id of the send in this system; null for somebody else's mail.</param>
/// <param name="To">Its recipients; SES lists all of them, whatever became of each.</param>
public sealed record SampleMail(string? SendId, params string[] To)
{
    /// <summary>When SES took it.</summary>
    public static readonly DateTimeOffset SentAt = new(2026, 11, 24, 9, 0, 0, 120, TimeSpan.Zero);

    public string MessageId { get; init; } = $"0100019a{Guid.NewGuid():N}-000000";

    /// <summary>A mail that no other test knows, to one new address.</summary>
    public static SampleMail New(string user = "user") => new(StackClient.NewSendId(), $"{user}-{Guid.NewGuid():N}@example.org");

    public static string Time(TimeSpan afterSending) => (SentAt + afterSending).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null);

    /// <param name="envelope">Tags come with event publishing only; the headers come with both, where the sender asks for them.</param>
    public JsonObject ToJson(Envelope envelope)
    {
        var mail = new JsonObject
        {
            ["timestamp"] = Time(TimeSpan.Zero),
            ["source"] = "Example Bot <verify@example.com>",
            ["sourceArn"] = "arn:aws:ses:us-east-1:123456789012:identity/example.com",
            ["sourceIp"] = "192.0.2.10",
            ["callerIdentity"] = "ses-send-email",
            ["sendingAccountId"] = "123456789012",
            ["messageId"] = MessageId,
            ["destination"] = Texts(To),
            ["headersTruncated"] = false,
            ["headers"] = new JsonArray(
                Header("From", "\"Example Bot\" <verify@example.com>"),
                Header("To", string.Join(", ", To)),
                Header("Subject", "Your code"),
                Header("Content-Type", "multipart/alternative; boundary=\"----=_Part_1\"")),
            ["commonHeaders"] = new JsonObject
            {
                ["from"] = Texts("Example Bot <verify@example.com>"),
                ["date"] = "Tue, 24 Nov 2026 09:00:00 +0000",
                ["to"] = Texts(To),
                ["messageId"] = MessageId,
                ["subject"] = "Your code",
            },
        };
        if (envelope == Envelope.EventPublishing)
        {
            mail["tags"] = new JsonObject
            {
                ["ses:configuration-set"] = Texts("ses-compliance-feedback"),
                ["ses:from-domain"] = Texts("example.com"),
                ["ses:caller-identity"] = Texts("ses-send-email"),
                ["ses:outgoing-ip"] = Texts("192.0.2.20"),
                ["flow"] = Texts("verify"),
            };
            if (SendId is not null)
            {
                mail["tags"]!["send-id"] = Texts(SendId);
            }
        }

        return mail;
    }

    internal static JsonArray Texts(params IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Header(string name, string value) => new() { ["name"] = name, ["value"] = value };
}

/// <summary>How SES was asked to tell.</summary>
public enum Envelope
{
    /// <summary>By a configuration set: <c>eventType</c>, and the mail's tags.</summary>
    EventPublishing,

    /// <summary>By the identity's own topics: <c>notificationType</c>, no tags, and only Bounce, Complaint and Delivery.</summary>
    IdentityNotification,
}
