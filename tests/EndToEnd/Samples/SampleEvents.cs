using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Tests.EndToEnd.Samples;

/// <summary>
/// Messages in the shapes that SES documents, members included that nothing here reads.
/// Sources: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html,
/// https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
/// </summary>
internal static class SampleEvents
{
    // As SES, which escapes no more than it must.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public const string TopicValidation = "Successfully validated SNS topic for Amazon SES event publishing.";

    public static string Bounce(
        this SampleMail mail,
        string type = "Permanent",
        string subType = "General",
        int seconds = 2,
        string? feedbackId = null,
        Envelope envelope = Envelope.EventPublishing,
        string[]? recipients = null,
        string diagnostic = "smtp; 550 5.1.1 user unknown",
        string status = "5.1.1") => mail.Event("Bounce", "bounce", envelope, new JsonObject
        {
            ["feedbackId"] = feedbackId ?? $"{mail.MessageId}-bounce-{seconds}",
            ["bounceType"] = type,
            ["bounceSubType"] = subType,
            ["bouncedRecipients"] = new JsonArray([.. (recipients ?? mail.To).Select(recipient => new JsonObject
            {
                ["emailAddress"] = recipient,
                ["action"] = "failed",
                ["status"] = status,
                ["diagnosticCode"] = diagnostic,
            })]),
            ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(seconds)),
            ["remoteMtaIp"] = "192.0.2.30",
            ["reportingMTA"] = "dsn; a8-50.smtp-out.amazonses.com",
        });

    /// <summary>SES held the address on the account's own list and did not try: no status, no answer of a server.</summary>
    public static string ListedBounce(this SampleMail mail, int seconds = 2, Envelope envelope = Envelope.EventPublishing) =>
        mail.Event("Bounce", "bounce", envelope, new JsonObject
        {
            ["feedbackId"] = $"{mail.MessageId}-listed-{seconds}",
            ["bounceType"] = "Permanent",
            ["bounceSubType"] = "OnAccountSuppressionList",
            ["bouncedRecipients"] = new JsonArray([.. mail.To.Select(recipient => new JsonObject { ["emailAddress"] = recipient })]),
            ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(seconds)),
            ["reportingMTA"] = "dns; amazonses.com",
        });

    public static string Complaint(
        this SampleMail mail,
        string? type = "abuse",
        int seconds = 60,
        string? feedbackId = null,
        Envelope envelope = Envelope.EventPublishing,
        string[]? recipients = null) => mail.Event("Complaint", "complaint", envelope, new JsonObject
        {
            ["complainedRecipients"] = Complainers(recipients ?? mail.To),
            ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(seconds)),
            ["feedbackId"] = feedbackId ?? $"{mail.MessageId}-complaint-{seconds}",
            ["complaintSubType"] = null,
            ["userAgent"] = "ExampleCorp Feedback Loop (V0.01)",
            ["complaintFeedbackType"] = type,
            ["arrivalDate"] = SampleMail.Time(TimeSpan.FromSeconds(1)),
        });

    /// <summary>A complaint as SES makes it where the address is on the account's own list for one already.</summary>
    public static string ListedComplaint(this SampleMail mail, int seconds = 60) => mail.Event("Complaint", "complaint", Envelope.EventPublishing, new JsonObject
    {
        ["complainedRecipients"] = Complainers(mail.To),
        ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(seconds)),
        ["feedbackId"] = $"{mail.MessageId}-listed-{seconds}",
        ["complaintSubType"] = "OnAccountSuppressionList",
    });

    public static string Delivery(this SampleMail mail, int seconds = 1, Envelope envelope = Envelope.EventPublishing) =>
        mail.Event("Delivery", "delivery", envelope, new JsonObject
        {
            ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(seconds)),
            ["processingTimeMillis"] = 880,
            ["recipients"] = SampleMail.Texts(mail.To),
            ["smtpResponse"] = "250 2.6.0 Message received",
            ["remoteMtaIp"] = "192.0.2.30",
            ["reportingMTA"] = "a8-50.smtp-out.amazonses.com",
        });

    public static string Send(this SampleMail mail) => mail.Event("Send", "send", Envelope.EventPublishing, []);

    public static string Reject(this SampleMail mail) => mail.Event("Reject", "reject", Envelope.EventPublishing, new JsonObject { ["reason"] = "Bad content" });

    public static string RenderingFailure(this SampleMail mail) => mail.Event("Rendering Failure", "failure", Envelope.EventPublishing, new JsonObject
    {
        ["errorMessage"] = "Attribute 'code' is not present in the rendering data.",
        ["templateName"] = "verify-code",
    });

    public static string DeliveryDelay(this SampleMail mail, int seconds = 1) => mail.Event("DeliveryDelay", "deliveryDelay", Envelope.EventPublishing, new JsonObject
    {
        ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(seconds)),
        ["delayType"] = "TransientCommunicationFailure",
        ["expirationTime"] = SampleMail.Time(TimeSpan.FromHours(14)),
        ["delayedRecipients"] = new JsonArray([.. mail.To.Select(recipient => new JsonObject
        {
            ["emailAddress"] = recipient,
            ["status"] = "4.4.1",
            ["diagnosticCode"] = "smtp; 421 4.4.1 Unable to connect to remote host",
        })]),
    });

    public static string Open(this SampleMail mail) => mail.Event("Open", "open", Envelope.EventPublishing, new JsonObject
    {
        ["ipAddress"] = "192.0.2.40",
        ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(30)),
        ["userAgent"] = "Mozilla/5.0 (X11; Linux x86_64)",
    });

    public static string Click(this SampleMail mail) => mail.Event("Click", "click", Envelope.EventPublishing, new JsonObject
    {
        ["ipAddress"] = "192.0.2.40",
        ["link"] = "https://example.com/verify",
        ["linkTags"] = new JsonObject { ["samplekey"] = SampleMail.Texts("samplevalue") },
        ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(31)),
        ["userAgent"] = "Mozilla/5.0 (X11; Linux x86_64)",
    });

    public static string Subscription(this SampleMail mail) => mail.Event("Subscription", "subscription", Envelope.EventPublishing, new JsonObject
    {
        ["contactList"] = "players",
        ["timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(40)),
        ["source"] = "UnsubscribeHeader",
        ["newTopicPreferences"] = Topics(unsubscribed: true, "OptOut"),
        ["oldTopicPreferences"] = Topics(unsubscribed: false, "OptIn"),
    });

    /// <summary>The least that SES may say: what the documentation calls optional is left out.</summary>
    public static string BareBounce(this SampleMail mail) => new JsonObject
    {
        ["eventType"] = "Bounce",
        ["bounce"] = new JsonObject
        {
            ["bounceType"] = "Permanent",
            ["bouncedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = mail.To[0] }),
        },
        ["mail"] = new JsonObject
        {
            ["timestamp"] = SampleMail.Time(TimeSpan.Zero),
            ["messageId"] = mail.MessageId,
            ["tags"] = new JsonObject { ["send-id"] = SampleMail.Texts(mail.SendId!) },
        },
    }.ToJsonString(Json);

    private static string Event(this SampleMail mail, string type, string member, Envelope envelope, JsonObject detail) => new JsonObject
    {
        [envelope == Envelope.EventPublishing ? "eventType" : "notificationType"] = type,
        [member] = detail,
        ["mail"] = mail.ToJson(envelope),
        ["memberOfTomorrow"] = new JsonObject { ["list"] = new JsonArray(1, "two", null) },
    }.ToJsonString(Json);

    private static JsonArray Complainers(IEnumerable<string> recipients) =>
        new([.. recipients.Select(recipient => new JsonObject { ["emailAddress"] = recipient })]);

    private static JsonObject Topics(bool unsubscribed, string status) => new()
    {
        ["unsubscribeAll"] = unsubscribed,
        ["topicSubscriptionStatus"] = new JsonArray(new JsonObject { ["topicName"] = "news", ["subscriptionStatus"] = status }),
        ["topicDefaultSubscriptionStatus"] = new JsonArray(new JsonObject { ["topicName"] = "news", ["subscriptionStatus"] = "OptIn" }),
    };
}
