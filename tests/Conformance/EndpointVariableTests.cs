using Amazon;
using Amazon.CloudWatch;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using SesCompliance.Tests.Local.Sqs;

namespace SesCompliance.Tests.Conformance;

/// <summary>AWS_ENDPOINT_URL leads every client to the embedded cloud, without a word in the program.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class EndpointVariableTests : IDisposable
{
    private const string Variable = "AWS_ENDPOINT_URL";

    private static readonly BasicAWSCredentials Key = new("key", "secret");

    private readonly string? before = Environment.GetEnvironmentVariable(Variable);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<Task>> Calls => new()
    {
        { "ses", () => Using(new AmazonSimpleEmailServiceV2Client(Key, RegionEndpoint.USEast1), client => client.GetAccountAsync(new(), Cancelled)) },
        { "sns", () => Using(new AmazonSimpleNotificationServiceClient(Key, RegionEndpoint.USEast1), client => client.ListTopicsAsync(new Amazon.SimpleNotificationService.Model.ListTopicsRequest(), Cancelled)) },
        { "monitoring", () => Using(new AmazonCloudWatchClient(Key, RegionEndpoint.USEast1), client => client.DescribeAlarmsAsync(new Amazon.CloudWatch.Model.DescribeAlarmsRequest(), Cancelled)) },
        { "states", () => Using(new AmazonStepFunctionsClient(Key, RegionEndpoint.USEast1), client => client.ListExecutionsAsync(new() { StateMachineArn = "m" }, Cancelled)) },
        { "sqs", () => Using(new AmazonSQSClient(Key, RegionEndpoint.USEast1), client => client.ListQueuesAsync(new ListQueuesRequest(), Cancelled)) },
        { "sts", () => Using(new AmazonSecurityTokenServiceClient(Key, RegionEndpoint.USEast1), client => client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Cancelled)) },
    };

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, before);

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task The_variable_is_honoured(string service, Func<Task> call)
    {
        await using var server = await LoopbackServer.StartAsync(400, "application/json", "{}"u8.ToArray());
        Environment.SetEnvironmentVariable(Variable, server.Url);

        await Assert.ThrowsAnyAsync<AmazonServiceException>(call);

        Assert.Contains($"/us-east-1/{service}/aws4_request", Assert.Single(server.Requests).Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SQS_package_receives_what_was_sent_and_gets_its_exceptions()
    {
        await using var cloud = await SqsCloud.StartAsync();
        Environment.SetEnvironmentVariable(Variable, new Uri(cloud.QueueUrl).GetLeftPart(UriPartial.Authority));
        using var client = new AmazonSQSClient(Key, RegionEndpoint.USEast1);
        await cloud.SendAsync("hello");

        var received = await client.ReceiveMessageAsync(
            new ReceiveMessageRequest { QueueUrl = cloud.QueueUrl, MaxNumberOfMessages = 10, MessageSystemAttributeNames = ["All"] }, Cancelled);

        var message = Assert.Single(received.Messages);
        Assert.Equal(("hello", "1"), (message.Body, message.Attributes["ApproximateReceiveCount"]));
        await client.DeleteMessageAsync(cloud.QueueUrl, message.ReceiptHandle, Cancelled);
        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => client.GetQueueUrlAsync("none", Cancelled));
    }

    private static async Task Using<TClient>(TClient client, Func<TClient, Task> call)
        where TClient : IDisposable
    {
        using (client)
        {
            await call(client);
        }
    }
}
