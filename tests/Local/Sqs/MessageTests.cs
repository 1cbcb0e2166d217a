using System.Text.Json.Nodes;

namespace SesCompliance.Tests.Local.Sqs;

public sealed class MessageTests
{
    [Fact]
    public async Task A_received_message_is_hidden_until_its_visibility_timeout()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.SendAsync("hello");
        Assert.Equal("hello", (string?)(await cloud.ReceiveAsync()).Single()["Body"]);
        Assert.Empty(await cloud.ReceiveAsync());
        Assert.Equal((0, 1, 0), cloud.Queue.Count());
        cloud.Time.Advance(TimeSpan.FromSeconds(31));
        var again = (await cloud.ReceiveAsync(new JsonObject { ["AttributeNames"] = new JsonArray("All") })).Single();
        Assert.Equal("2", (string?)again["Attributes"]!["ApproximateReceiveCount"]);
        Assert.Equal("1795514400000", (string?)again["Attributes"]!["SentTimestamp"]);
    }

    [Fact]
    public async Task A_deleted_message_does_not_come_back()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.SendAsync("hello");
        await DeleteAsync(cloud, (await cloud.ReceiveAsync()).Single());
        cloud.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((0, 0, 0), cloud.Queue.Count());
    }

    [Fact]
    public async Task An_earlier_receives_handle_deletes_nothing()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.SendAsync("hello");
        var first = (await cloud.ReceiveAsync()).Single();
        cloud.Time.Advance(TimeSpan.FromMinutes(1));
        await cloud.ReceiveAsync();
        await DeleteAsync(cloud, first);
        Assert.Equal((0, 1, 0), cloud.Queue.Count());
    }

    [Fact]
    public async Task A_long_poll_ends_with_the_first_message()
    {
        await using var cloud = await SqsCloud.StartAsync();
        var waiting = cloud.ReceiveAsync(new JsonObject { ["WaitTimeSeconds"] = 20 });
        await cloud.SendAsync("hello");
        Assert.Single(await waiting);
    }

    [Fact]
    public async Task A_long_poll_ends_empty_after_its_time()
    {
        await using var cloud = await SqsCloud.StartAsync();
        var waiting = cloud.ReceiveAsync(new JsonObject { ["WaitTimeSeconds"] = 20 });
        while (!waiting.IsCompleted)
        {
            cloud.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Empty(await waiting);
    }

    [Fact]
    public async Task A_delayed_message_comes_when_its_delay_is_over()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.CallAsync("SendMessage", new JsonObject { ["MessageBody"] = "later", ["DelaySeconds"] = 60 });
        Assert.Empty(await cloud.ReceiveAsync());
        Assert.Equal((0, 0, 1), cloud.Queue.Count());
        cloud.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Single(await cloud.ReceiveAsync());
    }

    [Fact]
    public async Task Changed_visibility_shows_a_message_at_once()
    {
        await using var cloud = await SqsCloud.StartAsync();
        await cloud.SendAsync("hello");
        var received = (await cloud.ReceiveAsync()).Single();
        JsonObject Change() => new() { ["ReceiptHandle"] = (string?)received["ReceiptHandle"], ["VisibilityTimeout"] = 0 };
        await cloud.CallAsync("ChangeMessageVisibility", Change());
        Assert.Equal((1, 0, 0), cloud.Queue.Count());
        Assert.Equal("MessageNotInflight", (string?)(await cloud.CallAsync("ChangeMessageVisibility", Change()))["__type"]);
    }

    [Fact]
    public async Task A_message_goes_after_the_retention_period()
    {
        await using var cloud = await SqsCloud.StartAsync(("MessageRetentionPeriod", "60"));
        await cloud.SendAsync("hello");
        cloud.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Empty(await cloud.ReceiveAsync());
    }

    [Fact]
    public async Task Attributes_come_with_the_sum_that_clients_check()
    {
        await using var cloud = await SqsCloud.StartAsync();
        JsonObject attributes = new()
        {
            ["kind"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "bounce" },
            ["count"] = new JsonObject { ["DataType"] = "Number", ["StringValue"] = "3" },
            ["raw"] = new JsonObject { ["DataType"] = "Binary", ["BinaryValue"] = "AQID" },
        };
        var sent = await cloud.CallAsync("SendMessage", new JsonObject { ["MessageBody"] = "hello", ["MessageAttributes"] = attributes });
        Assert.Equal("5d41402abc4b2a76b9719d911017c592", (string?)sent["MD5OfMessageBody"]);
        // By the algorithm that the developer guide gives, in another implementation.
        Assert.Equal("b54b598b3aac05c57fdbec7b71d5106c", (string?)sent["MD5OfMessageAttributes"]);

        var some = (await cloud.ReceiveAsync(new JsonObject { ["MessageAttributeNames"] = new JsonArray("kind") })).Single();
        Assert.Equal(["kind"], some["MessageAttributes"]!.AsObject().Select(attribute => attribute.Key));
        Assert.NotEqual((string?)sent["MD5OfMessageAttributes"], (string?)some["MD5OfMessageAttributes"]);
    }

    [Theory]
    [InlineData("SendMessage", """{"MessageBody": ""}""", "MissingParameter;Sender")]
    [InlineData("SendMessage", """{"MessageBody": "\u0001"}""", "InvalidMessageContents;Sender")]
    [InlineData("SendMessage", """{"MessageBody": "x", "MessageGroupId": "g"}""", "ValidationException;Sender")]
    [InlineData("SendMessage", """{"MessageBody": "x", "DelaySeconds": 901}""", "InvalidParameterValue;Sender")]
    [InlineData("ReceiveMessage", """{"MaxNumberOfMessages": 11}""", "InvalidParameterValue;Sender")]
    [InlineData("ReceiveMessage", """{"WaitTimeSeconds": 21}""", "InvalidParameterValue;Sender")]
    [InlineData("DeleteMessage", """{"ReceiptHandle": "nonsense"}""", "ReceiptHandleIsInvalid;Sender")]
    [InlineData("SendMessageBatch", """{"Entries": []}""", "AWS.SimpleQueueService.EmptyBatchRequest;Sender")]
    [InlineData("SendMessageBatch", """{"Entries": [{"Id": "a", "MessageBody": "x"}, {"Id": "a", "MessageBody": "y"}]}""", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct;Sender")]
    [InlineData("GetQueueAttributes", """{"QueueUrl": "http://127.0.0.1/000000000000/nothing"}""", "AWS.SimpleQueueService.NonExistentQueue;Sender")]
    public async Task What_SQS_refuses_is_refused_with_its_code(string operation, string input, string code)
    {
        await using var cloud = await SqsCloud.StartAsync();
        Assert.Equal(code, (string?)(await cloud.CallAsync(operation, JsonNode.Parse(input)!.AsObject()))["queryError"]);
    }

    [Fact]
    public async Task A_message_longer_than_the_queue_allows_is_refused()
    {
        await using var cloud = await SqsCloud.StartAsync(("MaximumMessageSize", "1024"));
        Assert.NotNull((await cloud.SendAsync(new string('x', 1024)))["MessageId"]);
        Assert.Equal("InvalidParameterValueException", (string?)(await cloud.SendAsync(new string('x', 1025)))["__type"]);
    }

    [Fact]
    public async Task Each_entry_of_a_batch_succeeds_or_fails_by_itself()
    {
        await using var cloud = await SqsCloud.StartAsync();
        var answer = await cloud.CallAsync("SendMessageBatch", JsonNode.Parse("""{"Entries": [{"Id": "a", "MessageBody": "x"}, {"Id": "b", "MessageBody": ""}]}""")!.AsObject());
        Assert.Equal(["a"], answer["Successful"]!.AsArray().Select(entry => (string?)entry!["Id"]));
        Assert.Equal([("b", "MissingParameter")], answer["Failed"]!.AsArray().Select(entry => ((string?)entry!["Id"], (string?)entry["Code"])));
    }

    private static Task<JsonObject> DeleteAsync(SqsCloud cloud, JsonObject received) =>
        cloud.CallAsync("DeleteMessage", new JsonObject { ["ReceiptHandle"] = (string?)received["ReceiptHandle"] });
}
