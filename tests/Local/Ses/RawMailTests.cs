using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.Ses;

namespace SesCompliance.Tests.Local.Ses;

public class RawMailTests
{
    private const string Message =
        """
        From: Shop <bot@example.com>
        To: Ann <a@elsewhere.org>
        Cc: c@elsewhere.org
        Bcc: hidden@elsewhere.org
        Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
        Date: Tue, 24 Nov 2026 10:00:00 +0000
        Message-ID: <1@example.com>
        X-SES-CONFIGURATION-SET: set
        X-SES-MESSAGE-TAGS: send-id=42, flow=verify
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        plain
        --b
        Content-Type: text/html; charset=utf-8

        <b>rich</b>
        --b--

        """;

    [Fact]
    public async Task A_raw_message_is_mailed_as_its_headers_say()
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(Raw(Message));

        var mail = world.Ses.Outbox.Find(id)!;
        Assert.Equal("Grüße", mail.Subject);
        Assert.Equal(("plain", "<b>rich</b>"), (mail.Text!.Trim(), mail.Html!.Trim()));
        Assert.Equal("set", mail.ConfigurationSet);
        Assert.Equal([new MailTag("send-id", "42"), new MailTag("flow", "verify")], mail.Tags);
        Assert.Equal(["a@elsewhere.org", "c@elsewhere.org", "hidden@elsewhere.org"], mail.Recipients.Keys);
    }

    [Fact]
    public async Task Its_event_shows_neither_control_headers_nor_the_hidden_recipients_header()
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync(Raw(Message));

        var mail = world.Event("Send")["mail"]!;
        Assert.Equal(
            ["From", "To", "Cc", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"],
            mail["headers"]!.AsArray().Select(header => (string)header!["name"]!));
        Assert.Equal("Tue, 24 Nov 2026 10:00:00 +0000", (string?)mail["commonHeaders"]!["date"]);
        Assert.Equal("""["42"]""", mail["tags"]!["send-id"]!.ToJsonString());
    }

    [Fact]
    public async Task The_request_s_destination_goes_before_the_headers()
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(Raw(Message) with { Destination = new Destination(["bounce@simulator.amazonses.com"], [], []) });

        Assert.Equal(["bounce@simulator.amazonses.com"], world.Ses.Outbox.Find(id)!.Recipients.Keys);
    }

    [Theory]
    [InlineData("To: a@elsewhere.org\n\nno sender\n")]
    [InlineData("From: bot@example.com\n\nnobody to get it\n")]
    public async Task A_raw_message_without_sender_or_recipient_is_refused(string message)
    {
        await using var world = await SesWorld.CreateAsync();

        Assert.Equal("BadRequestException", (await SendRefusalTests.RefusalAsync(world, Raw(message))).Code);
    }

    [Fact]
    public async Task A_virus_in_an_attachment_is_rejected()
    {
        await using var world = await SesWorld.CreateAsync();
        var eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
        var message =
            $"""
            From: bot@example.com
            To: a@elsewhere.org
            X-SES-CONFIGURATION-SET: set
            MIME-Version: 1.0
            Content-Type: application/octet-stream
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Encoding.ASCII.GetBytes(eicar))}
            """;

        await world.SendAsync(Raw(message));

        Assert.Equal(["Send", "Reject"], world.Topics.EventTypes);
    }

    private static SendEmailRequest Raw(string message) => new(new EmailContent.Raw(Encoding.UTF8.GetBytes(message)));
}
