using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Sns;

public class LambdaDeliveryTests
{
    [Fact]
    public async Task A_function_gets_the_event_that_Lambda_documents_for_SNS()
    {
        await using var world = new SnsWorld();
        var topic = world.TopicOfFunction();
        var subscription = world.Topics.OfTopic(topic.Arn).Single();

        var id = await world.PublishAsync(topic, "{\"a\":1}", "Hello");
        await world.RunAsync(TimeSpan.Zero);

        Assert.Equal(SnsWorld.Function, world.Lambda.Taken.Single().Function);
        var record = world.TakenRecord();
        Assert.Equal(["EventSource", "EventVersion", "EventSubscriptionArn", "Sns"], record.Select(member => member.Key));
        Assert.Equal("aws:sns", (string?)record["EventSource"]);
        Assert.Equal("1.0", (string?)record["EventVersion"]);
        Assert.Equal(subscription.Arn, (string?)record["EventSubscriptionArn"]);
        var sns = record["Sns"]!.AsObject();
        Assert.Equal(
            ["Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature", "SigningCertUrl", "UnsubscribeUrl", "MessageAttributes"],
            sns.Select(member => member.Key));
        Assert.Equal("Notification", (string?)sns["Type"]);
        Assert.Equal(id, (string?)sns["MessageId"]);
        Assert.Equal(topic.Arn, (string?)sns["TopicArn"]);
        Assert.Equal("Hello", (string?)sns["Subject"]);
        Assert.Equal("{\"a\":1}", (string?)sns["Message"]);
        Assert.Equal("2026-11-24T10:00:00.000Z", (string?)sns["Timestamp"]);
        Assert.Empty(sns["MessageAttributes"]!.AsObject());
    }

    [Fact]
    public async Task A_function_that_fails_for_a_while_gets_the_message_in_the_end()
    {
        await using var world = new SnsWorld();
        world.Lambda.FailureOfAttempt = attempt => attempt <= 9 ? new AwsException("ServiceException", "down", 500) : null;

        await world.PublishAsync(world.TopicOfFunction(), "late");
        await world.RunAsync(TimeSpan.FromSeconds(1));

        Assert.Single(world.Lambda.Taken);
        Assert.Equal(10, world.Lambda.Attempts);
        Assert.Empty(world.Queues.Sent);
    }

    [Fact]
    public async Task The_first_three_retries_need_no_time()
    {
        await using var world = new SnsWorld();
        world.Lambda.FailureOfAttempt = attempt => attempt <= 3 ? new AwsException("ServiceException", "down", 500) : null;

        await world.PublishAsync(world.TopicOfFunction(), "soon");
        await world.RunAsync(TimeSpan.Zero);

        Assert.Equal(4, world.Lambda.Attempts);
    }

    [Fact]
    public async Task After_23_days_of_failures_the_message_lies_in_the_dead_letter_queue()
    {
        await using var world = new SnsWorld();
        world.Lambda.FailureOfAttempt = _ => new AwsException("ServiceException", "the function is down", 500);
        var topic = world.TopicOfFunction();

        await world.PublishAsync(topic, "lost?");
        await world.RunAsync(TimeSpan.FromDays(12));

        var (queue, body, attributes) = Assert.Single(world.Queues.Sent);
        Assert.Equal(SnsWorld.DeadLetterQueue, queue);
        var envelope = JsonNode.Parse(body)!;
        Assert.Equal("Notification", (string?)envelope["Type"]);
        Assert.Equal("lost?", (string?)envelope["Message"]);
        Assert.Equal(topic.Arn, (string?)envelope["TopicArn"]);
        Assert.Equal("ServiceException", (string?)attributes!["ErrorCode"]!["StringValue"]);
        Assert.Equal("the function is down", (string?)attributes["ErrorMessage"]!["StringValue"]);
        Assert.Equal("String", (string?)attributes["RequestID"]!["DataType"]);
        Assert.InRange(world.Lambda.Attempts, 5, 30);
    }

    [Fact]
    public async Task A_missing_function_is_not_tried_again()
    {
        await using var world = new SnsWorld();
        world.Lambda.FailureOfAttempt = _ => new AwsException("ResourceNotFoundException", "Function not found", 404);

        await world.PublishAsync(world.TopicOfFunction(), "nobody home");
        await world.RunAsync(TimeSpan.Zero);

        Assert.Equal(1, world.Lambda.Attempts);
        Assert.Equal("ResourceNotFoundException", (string?)Assert.Single(world.Queues.Sent).Attributes!["ErrorCode"]!["StringValue"]);
    }

    [Fact]
    public async Task A_throttled_function_is_tried_again()
    {
        await using var world = new SnsWorld();
        world.Lambda.FailureOfAttempt = attempt => attempt == 1 ? new AwsException("TooManyRequestsException", "slow down", 429) : null;

        await world.PublishAsync(world.TopicOfFunction(), "again");
        await world.RunAsync(TimeSpan.Zero);

        Assert.Single(world.Lambda.Taken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SnsWorld.DeadLetterQueue)]
    public async Task What_can_be_delivered_nowhere_is_kept_among_the_errors(string? deadLetterQueue)
    {
        await using var world = new SnsWorld();
        world.Lambda.FailureOfAttempt = _ => new AwsException("ResourceNotFoundException", "Function not found", 404);
        world.Queues.Missing.Add(SnsWorld.DeadLetterQueue);

        await world.PublishAsync(world.TopicOfFunction(deadLetterQueue), "precious");
        await world.RunAsync(TimeSpan.Zero);

        var error = Assert.IsType<SesCompliance.Local.Sns.UndeliveredException>(Assert.Single(world.Topics.Errors));
        Assert.Equal("precious", error.Notification.Message);
    }

    [Fact]
    public async Task Every_subscription_gets_its_own_copy()
    {
        await using var world = new SnsWorld();
        var topic = world.TopicOfFunction();
        world.Topics.Subscribe(topic.Arn, "lambda", SnsWorld.Function + "2");

        await world.PublishAsync(topic, "both");
        await world.RunAsync(TimeSpan.Zero);

        Assert.Equal([SnsWorld.Function, SnsWorld.Function + "2"], world.Lambda.Taken.Select(taken => taken.Function).Order());
    }

    [Fact]
    public async Task Duplicates_can_be_asked_for()
    {
        await using var world = new SnsWorld();
        world.Topics.Faults.Duplicates = 2;

        await world.PublishAsync(world.TopicOfFunction(), "thrice");
        await world.RunAsync(TimeSpan.Zero);

        Assert.Equal(3, world.Lambda.Taken.Count);
        Assert.Single(world.Lambda.Taken.Distinct());
    }

    [Fact]
    public async Task Shuffled_messages_overtake_one_another_and_all_arrive()
    {
        await using var world = new SnsWorld();
        world.Topics.Faults.ShuffleWithin = TimeSpan.FromSeconds(10);
        var topic = world.TopicOfFunction();
        var sent = Enumerable.Range(0, 20).Select(number => $"{number}").ToList();
        foreach (var message in sent)
        {
            await world.PublishAsync(topic, message);
        }

        await world.RunAsync(TimeSpan.FromMilliseconds(100));

        var arrived = world.Lambda.Taken.Select(taken => (string)JsonNode.Parse(taken.Payload)!["Records"]![0]!["Sns"]!["Message"]!).ToList();
        Assert.NotEqual(sent, arrived);
        Assert.Equal(sent.Order(), arrived.Order());
    }
}
