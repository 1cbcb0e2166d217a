using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;

namespace SesCompliance.Tests.Conformance;

/// <summary>What the SES client puts on the wire and makes of the answers; true of the official package and of the stand-in.</summary>
public sealed class SesClientTests
{
    private const string Json = "application/json";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_simple_message_is_posted_as_json_and_signed_for_ses()
    {
        await using var server = await LoopbackServer.StartAsync(200, Json, """{"MessageId":"id-1"}"""u8.ToArray());
        using var client = Client(server);

        var response = await client.SendEmailAsync(
            new SendEmailRequest
            {
                FromEmailAddress = "bot@example.com",
                ConfigurationSetName = "set",
                Destination = new Destination { ToAddresses = ["user@example.com"] },
                ReplyToAddresses = ["help@example.com"],
                EmailTags = [new MessageTag { Name = "send-id", Value = "s-1" }],
                Content = new EmailContent
                {
                    Simple = new Message
                    {
                        Subject = new Content { Data = "Grüße", Charset = "UTF-8" },
                        Body = new Body { Text = new Content { Data = "code 1" }, Html = new Content { Data = "<b>1</b>" } },
                        Headers = [new MessageHeader { Name = "X-A", Value = "b" }],
                    },
                },
            },
            Cancelled);

        Assert.Equal("id-1", response.MessageId);
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v2/email/outbound-emails"), (request.Method, request.Path));
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=key/", request.Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("/eu-central-1/ses/aws4_request", request.Header("Authorization"), StringComparison.Ordinal);
        AssertBody(
            """
            {"FromEmailAddress":"bot@example.com","ConfigurationSetName":"set",
             "Destination":{"ToAddresses":["user@example.com"]},"ReplyToAddresses":["help@example.com"],
             "EmailTags":[{"Name":"send-id","Value":"s-1"}],
             "Content":{"Simple":{"Subject":{"Data":"Grüße","Charset":"UTF-8"},
               "Body":{"Text":{"Data":"code 1"},"Html":{"Data":"<b>1</b>"}},"Headers":[{"Name":"X-A","Value":"b"}]}}}
            """,
            request);
    }

    [Fact]
    public async Task A_template_goes_with_its_data_as_text()
    {
        await using var server = await LoopbackServer.StartAsync(200, Json, """{"MessageId":"id-1"}"""u8.ToArray());
        using var client = Client(server);

        await client.SendEmailAsync(
            new SendEmailRequest { Content = new EmailContent { Template = new Template { TemplateName = "t", TemplateData = """{"a":1}""" } } },
            Cancelled);

        AssertBody("""{"Content":{"Template":{"TemplateName":"t","TemplateData":"{\"a\":1}"}}}""", Assert.Single(server.Requests));
    }

    [Fact]
    public async Task A_raw_message_goes_as_base64()
    {
        await using var server = await LoopbackServer.StartAsync(200, Json, """{"MessageId":"id-1"}"""u8.ToArray());
        using var client = Client(server);

        await client.SendEmailAsync(
            new SendEmailRequest { Content = new EmailContent { Raw = new RawMessage { Data = new MemoryStream("To: a"u8.ToArray()) } } },
            Cancelled);

        AssertBody("""{"Content":{"Raw":{"Data":"VG86IGE="}}}""", Assert.Single(server.Requests));
    }

    [Theory]
    [InlineData(400, "MessageRejected", typeof(MessageRejectedException))]
    [InlineData(400, "AccountSuspendedException", typeof(AccountSuspendedException))]
    [InlineData(400, "SendingPausedException", typeof(SendingPausedException))]
    [InlineData(400, "MailFromDomainNotVerifiedException", typeof(MailFromDomainNotVerifiedException))]
    [InlineData(400, "LimitExceededException", typeof(LimitExceededException))]
    [InlineData(400, "BadRequestException", typeof(BadRequestException))]
    [InlineData(404, "NotFoundException", typeof(NotFoundException))]
    [InlineData(429, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(403, "AccessDeniedException", typeof(AmazonSimpleEmailServiceV2Exception))]
    [InlineData(500, "InternalFailure", typeof(AmazonSimpleEmailServiceV2Exception))]
    public async Task An_error_becomes_its_exception_with_code_status_and_message(int status, string code, Type type)
    {
        await using var server = await LoopbackServer.StartAsync(
            status, Json, """{"message":"why"}"""u8.ToArray(), ("x-amzn-ErrorType", code + ":http://internal.amazon.com/coral/x/"));
        using var client = Client(server);

        var failure = (AmazonServiceException)await Assert.ThrowsAsync(type, () => client.SendEmailAsync(new SendEmailRequest(), Cancelled));

        Assert.Equal((code, status, "why", "request-1"), (failure.ErrorCode, (int)failure.StatusCode, failure.Message, failure.RequestId));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Without_retries_a_failing_send_goes_out_once(int status)
    {
        await using var server = await LoopbackServer.StartAsync(status, Json, "{}"u8.ToArray());
        using var client = Client(server);

        await Assert.ThrowsAsync<AmazonSimpleEmailServiceV2Exception>(() => client.SendEmailAsync(new SendEmailRequest(), Cancelled));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task With_retries_a_failing_send_goes_out_again()
    {
        await using var server = await LoopbackServer.StartAsync(500, Json, "{}"u8.ToArray());
        using var client = Client(server, maxErrorRetry: 1);

        await Assert.ThrowsAsync<AmazonSimpleEmailServiceV2Exception>(() => client.SendEmailAsync(new SendEmailRequest(), Cancelled));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_no_answer_of_the_service()
    {
        await using var server = await LoopbackServer.StartAsync(
            (_, _, aborted) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted));
        using var client = new AmazonSimpleEmailServiceV2Client(
            new BasicAWSCredentials("key", "secret"),
            new AmazonSimpleEmailServiceV2Config { ServiceURL = server.Url, MaxErrorRetry = 0, Timeout = TimeSpan.FromMilliseconds(200) });

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => client.SendEmailAsync(new SendEmailRequest(), Cancelled));

        Assert.False(failure is AmazonServiceException { StatusCode: not 0 }, failure.ToString());
    }

    [Theory]
    [InlineData("eu-central-1", false, false, "https://email.eu-central-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://email-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-east-1", false, true, "https://email.us-east-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://email.cn-north-1.amazonaws.com.cn/")]
    public void The_endpoint_follows_region_fips_and_dualstack(string region, bool fips, bool dualStack, string expected)
    {
        using var client = new AmazonSimpleEmailServiceV2Client(
            new BasicAWSCredentials("key", "secret"),
            new AmazonSimpleEmailServiceV2Config
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        Assert.Equal(expected, client.DetermineServiceOperationEndpoint(new SendEmailRequest()).URL);
    }

    [Fact]
    public void Collections_start_out_as_null()
    {
        Assert.Null(new SendEmailRequest().EmailTags);
        Assert.Null(new Destination().ToAddresses);
    }

    private static AmazonSimpleEmailServiceV2Client Client(LoopbackServer server, int maxErrorRetry = 0) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonSimpleEmailServiceV2Config
        {
            ServiceURL = server.Url, AuthenticationRegion = "eu-central-1", MaxErrorRetry = maxErrorRetry,
        });

    private static void AssertBody(string expected, Exchange request) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(request.Body)),
            "sent: " + Encoding.UTF8.GetString(request.Body));
}
