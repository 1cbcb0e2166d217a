using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;

namespace SesCompliance.Tests.Local.Ses;

public class EventJsonTests
{
    [Fact]
    public async Task An_event_tells_of_the_mail_as_SES_does()
    {
        await using var world = await SesWorld.CreateAsync();
        var request = new SendEmailRequest(new EmailContent.Simple("Grüße", "text", "<p>html</p>", [new MailHeader("X-Thing", "1")]))
        {
            FromEmailAddress = "Shop <bot@example.com>",
            Destination = new Destination(["a@elsewhere.org"], ["c@elsewhere.org"], []),
            ReplyToAddresses = ["help@example.com"],
            EmailTags = [new MailTag("send-id", "42"), new MailTag("flow", "verify")],
            ConfigurationSetName = "set",
        };

        var id = await world.SendAsync(request);

        var mail = world.Event("Delivery")["mail"]!.AsObject();
        Assert.Equal(
            ["timestamp", "source", "sourceArn", "sendingAccountId", "messageId", "destination", "headersTruncated", "headers", "commonHeaders", "tags"],
            mail.Select(member => member.Key));
        Assert.Equal("2026-11-24T10:00:00.000Z", (string?)mail["timestamp"]);
        Assert.Equal("Shop <bot@example.com>", (string?)mail["source"]);
        Assert.Equal("arn:aws:ses:us-east-1:000000000000:identity/example.com", (string?)mail["sourceArn"]);
        Assert.Equal("000000000000", (string?)mail["sendingAccountId"]);
        Assert.Equal(id, (string?)mail["messageId"]);
        Assert.Equal("""["a@elsewhere.org","c@elsewhere.org"]""", mail["destination"]!.ToJsonString());
        Assert.False((bool)mail["headersTruncated"]!);
        Assert.Equal(
            ["From", "Reply-To", "To", "Cc", "Subject", "X-Thing", "MIME-Version", "Content-Type"],
            mail["headers"]!.AsArray().Select(header => (string)header!["name"]!));
        Assert.Equal("=?utf-8?b?R3LDvMOfZQ==?=", (string?)mail["headers"]![4]!["value"], ignoreCase: true);
        var common = mail["commonHeaders"]!;
        Assert.Equal("""["Shop <bot@example.com>"]""", common["from"]!.ToJsonString(Plain));
        Assert.Equal("""["help@example.com"]""", common["replyTo"]!.ToJsonString());
        Assert.Equal("""["a@elsewhere.org"]""", common["to"]!.ToJsonString());
        Assert.Equal("""["c@elsewhere.org"]""", common["cc"]!.ToJsonString());
        Assert.Equal(id, (string?)common["messageId"]);
        Assert.Equal("Grüße", (string?)common["subject"]);
    }

    [Fact]
    public async Task Tags_are_lists_and_carry_SES_s_own()
    {
        await using var world = await SesWorld.CreateAsync();
        var caller = new Caller("arn:aws:sts::000000000000:assumed-role/sender/x", "AROA:x", "arn:aws:iam::000000000000:role/sender");

        await world.Ses.SendEmailAsync(SesWorld.Mail("a@elsewhere.org") with { EmailTags = [new MailTag("send-id", "42")] }, caller, SesWorld.Cancellation);
        await world.Ses.IdleAsync(SesWorld.Cancellation);

        Assert.Equal(
            """{"ses:operation":["SendEmail"],"ses:configuration-set":["set"],"ses:source-ip":["127.0.0.1"],"ses:from-domain":["example.com"],"ses:caller-identity":["sender"],"send-id":["42"]}""",
            world.Event("Send")["mail"]!["tags"]!.ToJsonString());
        Assert.Equal("""["192.0.2.0"]""", world.Event("Delivery")["mail"]!["tags"]!["ses:outgoing-ip"]!.ToJsonString());
    }

    [Theory]
    [InlineData("a@elsewhere.org", "Send", "send", new string[0])]
    [InlineData("a@elsewhere.org", "Delivery", "delivery", new[] { "timestamp", "processingTimeMillis", "recipients", "smtpResponse", "remoteMtaIp", "reportingMTA" })]
    [InlineData("bounce@simulator.amazonses.com", "Bounce", "bounce", new[] { "feedbackId", "bounceType", "bounceSubType", "bouncedRecipients", "timestamp", "reportingMTA", "remoteMtaIp" })]
    [InlineData("complaint@simulator.amazonses.com", "Complaint", "complaint", new[] { "feedbackId", "complaintSubType", "complainedRecipients", "timestamp", "userAgent", "complaintFeedbackType", "arrivalDate" })]
    [InlineData("delay@recipients.test", "DeliveryDelay", "deliveryDelay", new[] { "timestamp", "delayType", "expirationTime", "delayedRecipients" })]
    public async Task Each_kind_of_event_has_its_payload(string address, string type, string payload, string[] members)
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync(address);

        var happened = world.Event(type);
        Assert.Equal(["eventType", "mail", payload], happened.Select(member => member.Key));
        Assert.Equal(members, happened[payload]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_complaint_s_payload_reads_as_the_simulator_s()
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync("complaint@simulator.amazonses.com");

        var complaint = world.Event("Complaint")["complaint"]!;
        Assert.Equal("abuse", (string?)complaint["complaintFeedbackType"]);
        Assert.Null(complaint["complaintSubType"]);
        Assert.Equal("complaint@simulator.amazonses.com", (string?)complaint["complainedRecipients"]![0]!["emailAddress"]);
    }

    [Fact]
    public async Task Message_and_feedback_ids_look_like_those_of_us_east_1()
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync("bounce@simulator.amazonses.com");

        const string Shape = "^0100[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-000000$";
        Assert.Matches(Shape, id);
        Assert.Matches(Shape, (string)world.Event("Bounce")["bounce"]!["feedbackId"]!);
    }

    [Fact]
    public async Task Headers_beyond_10_KB_are_truncated()
    {
        await using var world = await SesWorld.CreateAsync();
        var headers = Enumerable.Range(0, 12).Select(number => new MailHeader($"X-{number}", new string('x', 990))).ToList();

        await world.SendAsync(SesWorld.Mail("a@elsewhere.org") with { Content = new EmailContent.Simple("s", "t", null, headers) });

        var mail = world.Event("Send")["mail"]!;
        Assert.True((bool)mail["headersTruncated"]!);
        Assert.InRange(mail["headers"]!.AsArray().Count, 10, 14);
    }

    private static System.Text.Json.JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
