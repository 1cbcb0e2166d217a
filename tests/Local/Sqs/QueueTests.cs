using System.Text.Json.Nodes;
using System.Xml.Linq;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Sqs;

public sealed class QueueTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task A_queue_tells_its_attributes()
    {
        await using var cloud = await SqsCloud.StartAsync(("MessageRetentionPeriod", "1209600"));
        await cloud.SendAsync("one");
        var answer = await cloud.CallAsync("GetQueueAttributes", new JsonObject { ["AttributeNames"] = new JsonArray("All") });
        var attributes = answer["Attributes"]!.AsObject();
        Assert.Equal("arn:aws:sqs:us-east-1:000000000000:letters", (string?)attributes["QueueArn"]);
        Assert.Equal("1209600", (string?)attributes["MessageRetentionPeriod"]);
        Assert.Equal("30", (string?)attributes["VisibilityTimeout"]);
        Assert.Equal("1", (string?)attributes["ApproximateNumberOfMessages"]);
        Assert.Equal("true", (string?)attributes["SqsManagedSseEnabled"]);
    }

    [Fact]
    public async Task A_policy_is_kept_as_it_was_set()
    {
        await using var cloud = await SqsCloud.StartAsync();
        const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}]}""";
        cloud.Queues.SetPolicy("letters", Policy);
        var answer = await cloud.CallAsync("GetQueueAttributes", new JsonObject { ["AttributeNames"] = new JsonArray("Policy", "RedrivePolicy") });
        Assert.Equal(Policy, Assert.Single(answer["Attributes"]!.AsObject()).Value!.GetValue<string>());
    }

    [Fact]
    public async Task A_policy_that_is_not_understood_is_refused()
    {
        await using var cloud = await SqsCloud.StartAsync();

        var refusal = Assert.Throws<AwsException>(() => cloud.Queues.SetPolicy("letters", """{"Statement":[{"Effect":"Maybe"}]}"""));

        Assert.Equal(("InvalidAttributeValue", "Invalid value for the parameter Policy. Reason: Statement 1: Effect is 'Maybe': it must be Allow or Deny."), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_purged_queue_is_empty()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.SendAsync("one");
        await cloud.CallAsync("PurgeQueue");
        Assert.Equal((0, 0, 0), cloud.Queue.Count());
    }

    [Fact]
    public async Task Other_services_send_by_ARN()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.Queues.SendAsync(cloud.Queue.Arn, "dead", null, TestContext.Current.CancellationToken);
        Assert.Equal("dead", (string?)(await cloud.ReceiveAsync()).Single()["Body"]);
        var refusal = await Assert.ThrowsAsync<AwsException>(() => cloud.Queues.SendAsync(cloud.Queue.Arn + "x", "dead", null, TestContext.Current.CancellationToken));
        Assert.Equal("QueueDoesNotExist", refusal.Code);
    }

    [Theory]
    [InlineData("RedrivePolicy", "{}", "InvalidAttributeName")]
    [InlineData("Colour", "red", "InvalidAttributeName")]
    [InlineData("VisibilityTimeout", "43201", "InvalidAttributeValue")]
    [InlineData("Policy", "nonsense", "InvalidAttributeValue")]
    public async Task What_a_queue_cannot_have_is_refused(string attribute, string value, string code)
    {
        await using var cloud = await SqsCloud.StartAsync();
        var refusal = Assert.Throws<AwsException>(() => cloud.Queues.Create("other", new Dictionary<string, string> { [attribute] = value }, None));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task Creating_again_with_other_attributes_is_refused()
    {
        await using var cloud = await SqsCloud.StartAsync(("DelaySeconds", "5"));
        Assert.Same(cloud.Queue, cloud.Queues.Create("letters", new Dictionary<string, string> { ["DelaySeconds"] = "5" }, None));
        var refusal = Assert.Throws<AwsException>(() => cloud.Queues.Create("letters", new Dictionary<string, string> { ["DelaySeconds"] = "6" }, None));
        Assert.Equal("QueueNameExists", refusal.Code);
    }

    [Fact]
    public async Task Clients_from_before_2023_speak_Query()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.QueryAsync($"Action=SendMessage&QueueUrl={Uri.EscapeDataString(cloud.QueueUrl)}&MessageBody=a%26b&MessageAttribute.1.Name=k&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=v");
        var received = await cloud.QueryAsync($"Action=ReceiveMessage&QueueUrl={Uri.EscapeDataString(cloud.QueueUrl)}&AttributeName.1=ApproximateReceiveCount&MessageAttributeName.1=All&WaitTimeSeconds=1");
        XNamespace sqs = "http://queue.amazonaws.com/doc/2012-11-05/";
        var message = received.Element(sqs + "ReceiveMessageResult")!.Elements(sqs + "Message").Single();
        Assert.Equal("a&b", message.Element(sqs + "Body")!.Value);
        Assert.Equal(["ApproximateReceiveCount", "1"], message.Element(sqs + "Attribute")!.Elements().Select(element => element.Value));
        Assert.Equal("v", message.Element(sqs + "MessageAttribute")!.Element(sqs + "Value")!.Element(sqs + "StringValue")!.Value);
        var empty = await cloud.QueryAsync($"Action=ReceiveMessage&QueueUrl={Uri.EscapeDataString(cloud.QueueUrl)}");
        Assert.Empty(empty.Element(sqs + "ReceiveMessageResult")!.Elements());
        var error = await cloud.QueryAsync("Action=GetQueueUrl&QueueName=nothing");
        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", error.Element(sqs + "Error")!.Element(sqs + "Code")!.Value);
    }
}
