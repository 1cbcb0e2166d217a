using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;
using SesCompliance.Tests.Local.Sns;
using Topic = SesCompliance.Local.Sns.Topic;

namespace SesCompliance.Tests.Conformance;

/// <summary>What the SNS client puts on the wire and makes of the answers; true of the official package and of the stand-in.</summary>
public sealed class SnsClientTests : IAsyncLifetime
{
    private const string Missing = "arn:aws:sns:us-east-1:000000000000:nothing";

    private readonly SnsWorld world = new();
    private WireServer server = null!;
    private AmazonSimpleNotificationServiceClient client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await WireServer.StartAsync(0, [SnsApi.For(world.Topics)], new CredentialStore());
        client = Client(server.Endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_published_with_its_attributes()
    {
        var topic = world.TopicOfFunction();

        var published = await client.PublishAsync(
            new PublishRequest
            {
                TopicArn = topic.Arn,
                Subject = "greeting",
                Message = "Grüße & <more>=+",
                MessageAttributes = new()
                {
                    ["kind"] = new MessageAttributeValue { DataType = "String", StringValue = "test" },
                    ["bytes"] = new MessageAttributeValue { DataType = "Binary", BinaryValue = new MemoryStream([1, 2]) },
                },
            },
            Cancelled);
        await world.RunAsync(TimeSpan.Zero);

        var sns = world.TakenRecord()["Sns"]!;
        Assert.Equal((published.MessageId, "greeting", "Grüße & <more>=+"), ((string)sns["MessageId"]!, (string)sns["Subject"]!, (string)sns["Message"]!));
        Assert.Equal("test", (string)sns["MessageAttributes"]!["kind"]!["Value"]!);
        Assert.Equal("AQI=", (string)sns["MessageAttributes"]!["bytes"]!["Value"]!);
        Assert.NotEmpty(published.ResponseMetadata.RequestId);
        Assert.Null(published.SequenceNumber);
    }

    [Fact]
    public async Task A_topic_and_its_subscriptions_are_read()
    {
        var topic = world.TopicOfFunction();

        var attributes = (await client.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = topic.Arn }, Cancelled)).Attributes;
        var listing = await client.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = topic.Arn }, Cancelled);

        Assert.Equal(topic.Arn, attributes["TopicArn"]);
        Assert.Contains("\"Statement\"", attributes["Policy"], StringComparison.Ordinal);
        var subscription = Assert.Single(listing.Subscriptions);
        Assert.Equal(("lambda", SnsWorld.Function, topic.Arn, "000000000000"), (subscription.Protocol, subscription.Endpoint, subscription.TopicArn, subscription.Owner));
        Assert.StartsWith(topic.Arn + ":", subscription.SubscriptionArn, StringComparison.Ordinal);
        Assert.Null(listing.NextToken);
    }

    [Fact]
    public async Task Topics_are_listed_in_pages()
    {
        for (var number = 0; number < 101; number++)
        {
            world.Topics.Create(new Topic($"topic-{number:D3}"));
        }

        var first = await client.ListTopicsAsync(new ListTopicsRequest(), Cancelled);
        var second = await client.ListTopicsAsync(new ListTopicsRequest { NextToken = first.NextToken }, Cancelled);

        Assert.Equal(100, first.Topics.Count);
        Assert.EndsWith(":topic-100", Assert.Single(second.Topics).TopicArn, StringComparison.Ordinal);
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task The_short_forms_ask_what_their_requests_ask()
    {
        var topic = world.TopicOfFunction();

        await client.PublishAsync(topic.Arn, "bare", Cancelled);
        await client.PublishAsync(topic.Arn, "titled", "title", Cancelled);
        await world.RunAsync(TimeSpan.Zero);

        var taken = world.Lambda.Taken.Select(call => JsonNode.Parse(call.Payload)!["Records"]![0]!["Sns"]!).Select(sns => ((string)sns["Message"]!, (string?)sns["Subject"]));
        Assert.Equal([("bare", null), ("titled", "title")], taken.Order());
        Assert.Equal(topic.Arn, Assert.Single((await client.ListTopicsAsync(Cancelled)).Topics).TopicArn);
        Assert.Equal(topic.Arn, (await client.GetTopicAttributesAsync(topic.Arn, Cancelled)).Attributes["TopicArn"]);
        Assert.Equal(topic.Arn, Assert.Single((await client.ListSubscriptionsByTopicAsync(topic.Arn, Cancelled)).Subscriptions).TopicArn);
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.ListTopicsAsync("?", Cancelled));
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.ListSubscriptionsByTopicAsync(topic.Arn, "?", Cancelled));
    }

    [Fact]
    public async Task A_missing_topic_and_a_bad_token_are_their_exceptions()
    {
        var missing = await Assert.ThrowsAsync<NotFoundException>(() => client.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = Missing }, Cancelled));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound", ErrorType.Sender), (missing.StatusCode, missing.ErrorCode, missing.ErrorType));
        await Assert.ThrowsAsync<NotFoundException>(() => client.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = Missing }, Cancelled));
        await Assert.ThrowsAsync<NotFoundException>(() => client.PublishAsync(new PublishRequest { TopicArn = Missing, Message = "x" }, Cancelled));
        await Assert.ThrowsAsync<InvalidParameterException>(() => client.ListTopicsAsync(new ListTopicsRequest { NextToken = "?" }, Cancelled));
    }

    [Theory]
    [InlineData(403, "AuthorizationError", typeof(AuthorizationErrorException))]
    [InlineData(400, "InvalidParameter", typeof(InvalidParameterException))]
    [InlineData(400, "ParameterValueInvalid", typeof(InvalidParameterValueException))]
    [InlineData(500, "InternalError", typeof(InternalErrorException))]
    [InlineData(400, "KMSOptInRequired", typeof(KMSOptInRequiredException))]
    [InlineData(403, "InvalidSecurity", typeof(InvalidSecurityException))]
    [InlineData(403, "SignatureDoesNotMatch", typeof(AmazonSimpleNotificationServiceException))]
    public async Task An_error_becomes_its_exception_with_code_status_and_message(int status, string code, Type type)
    {
        await using var loopback = await LoopbackServer.StartAsync(status, "text/xml", Encoding.UTF8.GetBytes($"""
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>Sender</Type><Code>{code}</Code><Message>why</Message></Error><RequestId>request-2</RequestId>
            </ErrorResponse>
            """));
        using var other = Client(loopback.Url);

        var failure = (AmazonServiceException)await Assert.ThrowsAsync(type, () => other.ListTopicsAsync(new ListTopicsRequest(), Cancelled));

        Assert.Equal((code, status, "why", "request-2"), (failure.ErrorCode, (int)failure.StatusCode, failure.Message, failure.RequestId));
    }

    [Fact]
    public async Task A_call_is_a_form_signed_for_sns()
    {
        await using var loopback = await LoopbackServer.StartAsync(200, "text/xml", "<ListTopicsResponse><ListTopicsResult/></ListTopicsResponse>"u8.ToArray());
        using var other = Client(loopback.Url);

        var listing = await other.ListTopicsAsync(new ListTopicsRequest { NextToken = "a+b" }, Cancelled);

        Assert.Null(listing.Topics);
        var request = Assert.Single(loopback.Requests);
        Assert.Equal(("POST", "/", "Action=ListTopics&NextToken=a%2Bb&Version=2010-03-31"), (request.Method, request.Path, request.Text));
        Assert.StartsWith("application/x-www-form-urlencoded", request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("/us-east-1/sns/aws4_request", request.Header("Authorization"), StringComparison.Ordinal);
    }

    private static AmazonSimpleNotificationServiceClient Client(string endpoint) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonSimpleNotificationServiceConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
