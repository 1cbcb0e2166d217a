using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.Lambdas;

public sealed class SendEmailTests(FlowCloud cloud) : IClassFixture<FlowCloud>, IDisposable
{
    private readonly string sendId = FlowRequests.NewId();

    private IEnumerable<JsonObject> Mails => cloud.Ses.Asked("SendEmail").Where(mail => SendIdOf(mail) == sendId);

    public void Dispose() => cloud.Ses.Answer = null;

    [Fact]
    public async Task A_mail_goes_to_ses_with_sender_configuration_set_and_tags()
    {
        var result = await SendAsync("""
            {"to": "User@Example.com", "subject": "Your code \u2713", "text": "1234", "html": "<b>1234</b>", "tags": {"flow": "verify"}}
            """);

        Assert.Equal(new SendEmailResult("user@example.com", "message-1"), result);
        var expected = JsonNode.Parse($$$$"""
            {
              "FromEmailAddress": "Bot <noreply@example.org>",
              "Destination": {"ToAddresses": ["user@example.com"]},
              "ConfigurationSetName": "ses-dev",
              "EmailTags": [{"Name": "send-id", "Value": "{{{{sendId}}}}"}, {"Name": "flow", "Value": "verify"}],
              "Content": {"Simple": {
                "Subject": {"Data": "Your code \u2713", "Charset": "UTF-8"},
                "Body": {
                  "Text": {"Data": "1234", "Charset": "UTF-8"},
                  "Html": {"Data": "<b>1234</b>", "Charset": "UTF-8"}
                }
              }
              }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, Assert.Single(Mails)), Assert.Single(Mails).ToJsonString());
    }

    [Fact]
    public async Task A_template_goes_to_ses_with_its_data()
    {
        await SendAsync("""{"to": "user@example.com", "template": {"name": "verify", "data": {"code": 1234}}}""");
        Assert.Equal(
            """{"Template":{"TemplateData":"{\u0022code\u0022: 1234}","TemplateName":"verify"}}""",
            new JsonObject(Assert.Single(Mails)["Content"]!.AsObject().Select(pair => KeyValuePair.Create(
                pair.Key, (JsonNode?)new JsonObject(pair.Value!.AsObject().OrderBy(inner => inner.Key, StringComparer.Ordinal)
                    .Select(inner => KeyValuePair.Create(inner.Key, inner.Value?.DeepClone())))))).ToJsonString());
    }

    [Fact]
    public async Task The_message_id_is_stored()
    {
        await SendAsync();
        var row = await cloud.LedgerRowAsync(sendId);
        Assert.Equal(("SENT", "message-1"), (row["status"].S, row["messageId"].S));
        Assert.Contains("sentAt", row.Keys);
    }

    [Fact]
    public async Task An_invalid_request_is_refused_even_after_a_skipped_check()
    {
        await Assert.ThrowsAsync<InvalidRequest>(() => SendAsync("""{"to": "nobody"}"""));
        Assert.Empty(Mails);
        Assert.Empty(await cloud.LedgerRowAsync(sendId));
    }

    [Theory]
    [InlineData("2026-11-24T10:00:00Z", false)]
    [InlineData("2026-11-24T11:00:00.001+01:00", true)]
    public async Task A_mail_is_not_sent_from_its_expiry_on(string expiresAt, bool sent)
    {
        var function = Function(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));
        var send = () => function.HandleAsync(
            FlowRequests.Task(sendId, $$"""{"to": "a@b.de", "subject": "s", "text": "t", "expiresAt": "{{expiresAt}}"}"""), new Invocation());
        if (sent)
        {
            await send();
        }
        else
        {
            await Assert.ThrowsAsync<Expired>(send);
            Assert.Empty(await cloud.LedgerRowAsync(sendId));
        }

        Assert.Equal(sent ? 1 : 0, Mails.Count());
    }

    [Theory]
    [InlineData("TooManyRequestsException", "Too many requests", 429)]
    [InlineData("TooManyRequestsException", "", 429)]
    [InlineData("ThrottlingException", "Rate exceeded", 400)]
    [InlineData("LimitExceededException", "Maximum sending rate exceeded.", 400)]
    public async Task Throttling_gives_the_id_back_for_another_try(string code, string message, int status)
    {
        cloud.Ses.Fail(code, message, status);
        await Assert.ThrowsAsync<SesThrottled>(() => SendAsync());
        Assert.Equal("RELEASED", (await cloud.LedgerRowAsync(sendId))["status"].S);

        cloud.Ses.Answer = null;
        Assert.Equal("message-1", (await SendAsync()).MessageId);
        Assert.Equal(2, Mails.Count());
    }

    [Theory]
    [InlineData("MessageRejected", "Email address is not verified. The following identities failed the check in region EU-WEST-1: user@example.com", 400)]
    [InlineData("AccountSuspendedException", "Sending paused for this account", 400)]
    [InlineData("SendingPausedException", "Paused", 400)]
    [InlineData("MailFromDomainNotVerifiedException", "Not verified", 400)]
    [InlineData("NotFoundException", "Configuration set <ses-dev> does not exist.", 404)]
    [InlineData("BadRequestException", "Missing final '@domain'", 400)]
    [InlineData("LimitExceededException", "Too much", 400)]
    [InlineData("TooManyRequestsException", "Daily message quota exceeded.", 429)]
    [InlineData("AccessDeniedException", "User is not authorized to perform: ses:SendEmail", 403)]
    [InlineData("SomethingNewException", "No", 400)]
    public async Task A_refusal_ends_the_send_and_says_why_without_the_address(string code, string message, int status)
    {
        cloud.Ses.Fail(code, message, status);
        var error = await Assert.ThrowsAsync<SendFailed>(() => SendAsync());
        Assert.StartsWith($"{code}: {message.Split(' ')[0]}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user@example.com", error.Message, StringComparison.Ordinal);

        var row = await cloud.LedgerRowAsync(sendId);
        Assert.Equal(("RELEASED", error.Message), (row["status"].S, row["refusal"].S));
        Assert.Single(Mails);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task An_answer_that_proves_nothing_leaves_the_send_unconfirmed_and_is_not_repeated(int status)
    {
        cloud.Ses.Fail("InternalFailure", "Sorry", status);
        await Assert.ThrowsAsync<SendUnconfirmed>(() => SendAsync());
        Assert.Equal("CLAIMED", (await cloud.LedgerRowAsync(sendId))["status"].S);
        Assert.Single(Mails);
    }

    [Fact]
    public async Task An_answer_without_a_message_id_leaves_the_send_unconfirmed()
    {
        cloud.Ses.Answer = (_, _) => Task.FromResult(SesCompliance.Local.Wire.AwsResponse.Empty);
        await Assert.ThrowsAsync<SendUnconfirmed>(() => SendAsync());
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_the_send_unconfirmed()
    {
        cloud.Ses.Answer = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return ScriptedService.BrokenConnection;
        };
        await Assert.ThrowsAsync<SendUnconfirmed>(() => SendAsync(invocation: new Invocation(TimeSpan.FromSeconds(3.8))));
        Assert.Single(Mails);
    }

    [Fact]
    public async Task Without_time_for_ses_nothing_is_sent_and_another_try_may()
    {
        await Assert.ThrowsAsync<SesUnreachable>(() => SendAsync(invocation: new Invocation(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(3))));
        Assert.Empty(Mails);
        Assert.Equal("RELEASED", (await cloud.LedgerRowAsync(sendId))["status"].S);
    }

    [Fact]
    public async Task A_ledger_that_fails_before_the_send_prevents_it()
    {
        using (cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.ServerError))
        {
            await Assert.ThrowsAsync<LedgerUnavailable>(() => SendAsync());
        }

        Assert.Empty(Mails);
        await SendAsync();
        Assert.Single(Mails);
    }

    [Fact]
    public async Task A_refusal_that_can_not_be_written_down_is_final()
    {
        cloud.Ses.Answer = (_, _) =>
        {
            cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.ServerError, times: 4);
            throw new SesCompliance.Local.Wire.AwsException("TooManyRequestsException", "Maximum sending rate exceeded", 429);
        };
        var error = await Assert.ThrowsAsync<SendFailed>(() => SendAsync());
        Assert.Contains("could not take the id back", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_the_outcome_and_neither_address_nor_subject_nor_body()
    {
        cloud.Ses.Fail("MessageRejected", "Email address is not verified: logged@example.com");
        await Assert.ThrowsAsync<SendFailed>(() => SendAsync("""{"to": "logged@example.com", "subject": "topsecret", "text": "topsecret"}"""));
        cloud.Ses.Answer = null;
        await SendAsync("""{"to": "logged@example.com", "subject": "topsecret", "text": "topsecret"}""");
        Assert.Equal(["send-refused", "sent"], cloud.Logs.Events(sendId));
        Assert.DoesNotContain("logged@", cloud.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", cloud.Logs.Text, StringComparison.Ordinal);
    }

    internal static string? SendIdOf(JsonObject mail) =>
        (string?)mail["EmailTags"]!.AsArray().Single(tag => (string?)tag!["Name"] == "send-id")!["Value"];

    private SendEmail Function(TimeProvider? time = null) => new(
        cloud.Ledger(time), new MailDelivery(cloud.Clients.Ses(), "Bot <noreply@example.org>", "ses-dev"), time ?? TimeProvider.System, cloud.Logs.Log);

    private Task<SendEmailResult> SendAsync(
        string json = """{"to": "user@example.com", "subject": "s", "text": "t"}""", Invocation? invocation = null) =>
        Function().HandleAsync(FlowRequests.Task(sendId, json), invocation ?? new Invocation());
}
