using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using EmailContent = Amazon.SimpleEmailV2.Model.EmailContent;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Wire;
using ApiDestination = Amazon.SimpleEmailV2.Model.Destination;
using ApiRequest = Amazon.SimpleEmailV2.Model.SendEmailRequest;

namespace SesCompliance.Tests.Local.Ses;

/// <summary>The API as real clients use it: the AWS SDK for SendEmail, plain HTTP for the rest.</summary>
public sealed class SesWireTests : IAsyncLifetime
{
    private SesWorld world = null!;
    private WireServer server = null!;
    private HttpClient http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await SesWorld.CreateAsync();
        server = await WireServer.StartAsync(0, [SesApi.For(world.Ses), OutboxApi.For(world.Ses.Outbox)], new CredentialStore());
        http = new HttpClient { BaseAddress = new Uri(server.Endpoint) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task The_SDK_sends_a_simple_mail()
    {
        using var client = Client();

        var response = await client.SendEmailAsync(Mail(), Cancellation);

        var mail = world.Ses.Outbox.Find(response.MessageId)!;
        Assert.Equal(("Grüße", "text", "<b>html</b>"), (mail.Subject, mail.Text, mail.Html));
        Assert.Equal([new MailTag("send-id", "42")], mail.Tags);
        Assert.Equal("set", mail.ConfigurationSet);
        Assert.Equal(["someone@elsewhere.org", "copy@elsewhere.org"], mail.Recipients.Keys);
    }

    [Fact]
    public async Task The_SDK_sends_a_template_and_a_raw_mail()
    {
        using var client = Client();
        world.Ses.Templates.Create("code", new SesCompliance.Local.Ses.TemplateContent("Code", "It is {{code}}", null));
        var template = Mail();
        template.Content = new EmailContent { Template = new Template { TemplateName = "code", TemplateData = """{"code": "1234"}""" } };
        var raw = new ApiRequest
        {
            Content = new EmailContent { Raw = new RawMessage { Data = new MemoryStream(Encoding.ASCII.GetBytes("From: bot@example.com\nTo: a@elsewhere.org\nSubject: raw\n\nhello\n")) } },
        };

        Assert.Equal("It is 1234", world.Ses.Outbox.Find((await client.SendEmailAsync(template, Cancellation)).MessageId)!.Text);
        Assert.Equal("raw", world.Ses.Outbox.Find((await client.SendEmailAsync(raw, Cancellation)).MessageId)!.Subject);
    }

    [Fact]
    public async Task The_SDK_sees_each_refusal_as_its_exception()
    {
        using var client = Client();
        var unverified = Mail();
        unverified.FromEmailAddress = "me@unknown.org";
        var missing = Mail();
        missing.ConfigurationSetName = "nothing";
        var bad = Mail();
        bad.Destination = new ApiDestination { ToAddresses = ["nobody"] };

        var rejected = await Assert.ThrowsAsync<MessageRejectedException>(() => client.SendEmailAsync(unverified, Cancellation));
        Assert.StartsWith("Email address is not verified.", rejected.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<NotFoundException>(() => client.SendEmailAsync(missing, Cancellation))).StatusCode);
        await Assert.ThrowsAsync<BadRequestException>(() => client.SendEmailAsync(bad, Cancellation));

        world.Ses.Faults.Throttle();
        Assert.Equal("Maximum sending rate exceeded.", (await Assert.ThrowsAsync<TooManyRequestsException>(() => client.SendEmailAsync(Mail(), Cancellation))).Message);
        world.Ses.Settings = world.Ses.Settings with { SendingEnabled = false };
        await Assert.ThrowsAsync<SendingPausedException>(() => client.SendEmailAsync(Mail(), Cancellation));
        world.Ses.Settings = world.Ses.Settings with { EnforcementStatus = "SHUTDOWN" };
        await Assert.ThrowsAsync<AccountSuspendedException>(() => client.SendEmailAsync(Mail(), Cancellation));
        Assert.Empty(world.Ses.Outbox.Mails);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_lost_answer_breaks_the_connection_and_the_mail_is_out_once(int mailsBefore)
    {
        using var client = Client();
        for (var mail = 0; mail < mailsBefore; mail++)
        {
            await client.SendEmailAsync(Mail(), Cancellation);
        }

        world.Ses.Faults.AcceptAndBreak();

        var failure = await Record.ExceptionAsync(() => client.SendEmailAsync(Mail(), Cancellation));

        Assert.NotNull(failure);
        Assert.True(failure is not AmazonServiceException { StatusCode: >= HttpStatusCode.OK }, $"SES answered: {failure}");
        Assert.Equal(mailsBefore + 1, world.Ses.Outbox.Mails.Count);
    }

    [Fact]
    public async Task Suppressed_destinations_are_listed_by_reason_and_paged()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            var entry = new JsonObject { ["EmailAddress"] = $"a{number}@elsewhere.org", ["Reason"] = number % 2 == 0 ? "BOUNCE" : "COMPLAINT" };
            await AnswerAsync(await http.PutAsJsonAsync("/v2/email/suppression/addresses", entry, Cancellation));
        }

        var first = await GetAsync("/v2/email/suppression/addresses?Reason=COMPLAINT&PageSize=2");
        var second = await GetAsync($"/v2/email/suppression/addresses?Reason=COMPLAINT&PageSize=2&NextToken={Uri.EscapeDataString((string)first["NextToken"]!)}");

        Assert.Equal(["a1@elsewhere.org", "a3@elsewhere.org"], Addresses(first));
        Assert.Equal(["a5@elsewhere.org"], Addresses(second));
        Assert.False(second.ContainsKey("NextToken"));
        Assert.Equal(5, Addresses(await GetAsync("/v2/email/suppression/addresses?Reason=COMPLAINT&Reason=BOUNCE")).Count());
    }

    [Fact]
    public async Task The_account_tells_its_quota_and_standing()
    {
        await world.SendAsync("a@elsewhere.org");

        var account = await GetAsync("/v2/email/account");

        Assert.Equal("""{"Max24HourSend":50000.0,"MaxSendRate":14.0,"SentLast24Hours":1.0}""", account["SendQuota"]!.ToJsonString());
        Assert.Equal(("HEALTHY", true, true), ((string)account["EnforcementStatus"]!, (bool)account["ProductionAccessEnabled"]!, (bool)account["SendingEnabled"]!));
    }

    [Fact]
    public async Task An_identity_tells_its_DKIM_tokens_and_mail_from_domain()
    {
        world.Ses.Identities.Set(world.Ses.Identities.Find("example.com") with { MailFrom = new SesCompliance.Local.Ses.MailFromAttributes("bounce.example.com", "USE_DEFAULT_VALUE") });

        var identity = await GetAsync("/v2/email/identities/example.com");

        Assert.Equal(3, identity["DkimAttributes"]!["Tokens"]!.AsArray().Count);
        Assert.Equal("dkim.amazonses.com", (string?)identity["DkimAttributes"]!["SigningHostedZone"]);
        Assert.Equal("bounce.example.com", (string?)identity["MailFromAttributes"]!["MailFromDomain"]);
        Assert.Equal("DOMAIN", (string?)identity["IdentityType"]);
    }

    [Fact]
    public async Task Members_that_are_not_honoured_are_refused_by_name()
    {
        using var response = await http.PostAsync(
            "/v2/email/outbound-emails",
            new StringContent("""{"TenantName": "t", "Content": {"Simple": {}}}""", Encoding.UTF8, "application/json"),
            Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("SendEmail.TenantName is not supported by the embedded cloud.", (string?)(await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["message"]);
    }

    [Fact]
    public async Task The_outbox_can_be_read_over_HTTP()
    {
        var id = await world.SendAsync("bounce@simulator.amazonses.com");
        await world.SendAsync("a@elsewhere.org");

        var mails = (await GetAsync("/_outbox?To=bounce@simulator.amazonses.com"))["Mails"]!.AsArray();
        Assert.Equal(id, (string?)Assert.Single(mails)!["MessageId"]);
        Assert.Equal("Bounced", (string?)(await GetAsync($"/_outbox/{id}"))["State"]);
        Assert.Equal(2, (await GetAsync("/_outbox"))["Mails"]!.AsArray().Count);
    }

    private static ApiRequest Mail() => new()
    {
        FromEmailAddress = "Bot <bot@example.com>",
        Destination = new ApiDestination { ToAddresses = ["someone@elsewhere.org"], CcAddresses = ["copy@elsewhere.org"] },
        Content = new EmailContent
        {
            Simple = new Message
            {
                Subject = new Content { Data = "Grüße", Charset = "UTF-8" },
                Body = new Body { Text = new Content { Data = "text" }, Html = new Content { Data = "<b>html</b>" } },
            },
        },
        EmailTags = [new MessageTag { Name = "send-id", Value = "42" }],
        ConfigurationSetName = "set",
    };

    /// <summary>A client that never sends twice by itself, as the product's.</summary>
    private AmazonSimpleEmailServiceV2Client Client() => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonSimpleEmailServiceV2Config { ServiceURL = server.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 });

    private async Task<JsonObject> GetAsync(string path) => await AnswerAsync(await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation));

    private static async Task<JsonObject> AnswerAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
            return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        }
    }

    private static IEnumerable<string> Addresses(JsonObject listing) =>
        listing["SuppressedDestinationSummaries"]!.AsArray().Select(entry => (string)entry!["EmailAddress"]!);
}
