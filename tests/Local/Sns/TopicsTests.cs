using System.Text.Json.Nodes;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Sns;

public class TopicsTests
{
    [Fact]
    public async Task A_topic_that_is_not_there_is_not_found()
    {
        await using var world = new SnsWorld();

        var refusal = Assert.Throws<AwsException>(() => world.Topics.Publish("arn:aws:sns:us-east-1:000000000000:nothing", "x", null, []));

        Assert.Equal(("NotFound", 404, "Topic does not exist"), (refusal.Code, refusal.StatusCode, refusal.Message));
    }

    [Theory]
    [InlineData("", null, "Invalid parameter: Empty message")]
    [InlineData("x", "two\nlines", "Invalid parameter: Subject")]
    [InlineData("x", "Grüße", "Invalid parameter: Subject")]
    [InlineData("x", "", "Invalid parameter: Subject")]
    public async Task A_bad_message_is_refused(string message, string? subject, string expected)
    {
        await using var world = new SnsWorld();
        var topic = world.Topic();

        var refusal = Assert.Throws<AwsException>(() => world.Topics.Publish(topic.Arn, message, subject, []));

        Assert.Equal(("InvalidParameter", expected), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_message_of_more_than_256_KiB_is_refused()
    {
        await using var world = new SnsWorld();
        var topic = world.Topic();

        world.Topics.Publish(topic.Arn, new string('x', 262_144), null, []);
        Assert.Throws<AwsException>(() => world.Topics.Publish(topic.Arn, new string('x', 262_145), null, []));
    }

    [Fact]
    public async Task Subscribing_an_endpoint_twice_gives_the_subscription_that_is_there()
    {
        await using var world = new SnsWorld();
        var topic = world.TopicOfFunction();

        var again = world.Topics.Subscribe(topic.Arn, "lambda", SnsWorld.Function, SnsWorld.DeadLetterQueue);

        Assert.Equal(again, Assert.Single(world.Topics.Subscriptions));
    }

    [Theory]
    [InlineData("sms", "+15550100")]
    [InlineData("lambda", "handler")]
    [InlineData("email", "nobody")]
    public async Task A_protocol_or_endpoint_that_is_not_supported_is_refused(string protocol, string endpoint)
    {
        await using var world = new SnsWorld();
        var topic = world.Topic();

        Assert.Equal("InvalidParameter", Assert.Throws<AwsException>(() => world.Topics.Subscribe(topic.Arn, protocol, endpoint)).Code);
    }

    [Fact]
    public async Task A_queue_gets_the_envelope_or_the_bare_message()
    {
        await using var world = new SnsWorld();
        var topic = world.Topic();
        world.Topics.Subscribe(topic.Arn, "sqs", "arn:aws:sqs:us-east-1:000000000000:enveloped");
        world.Topics.Subscribe(topic.Arn, "sqs", "arn:aws:sqs:us-east-1:000000000000:raw", rawMessageDelivery: true);

        world.Topics.Publish(topic.Arn, "hello", null, new JsonObject { ["kind"] = new JsonObject { ["Type"] = "String", ["Value"] = "greeting" } });
        await world.RunAsync(TimeSpan.Zero);

        var sent = world.Queues.Sent.OrderBy(message => message.Queue).ToList();
        var envelope = JsonNode.Parse(sent[0].Body)!;
        Assert.Equal("hello", (string?)envelope["Message"]);
        Assert.Equal("greeting", (string?)envelope["MessageAttributes"]!["kind"]!["Value"]);
        Assert.Null(envelope["Subject"]);
        Assert.Equal("hello", sent[1].Body);
        Assert.Equal("greeting", (string?)sent[1].Attributes!["kind"]!["StringValue"]);
    }

    [Fact]
    public async Task A_mail_address_gets_nothing_until_it_is_confirmed()
    {
        await using var world = new SnsWorld(new SnsOptions { ConfirmsEmail = false });
        var topic = world.Topic();
        var subscription = world.Topics.Subscribe(topic.Arn, "email", "ops@example.com");

        await world.PublishAsync(topic, "before");
        await world.RunAsync(TimeSpan.Zero);
        Assert.Equal("PendingConfirmation", subscription.ListedArn);
        Assert.Contains(subscription.Token!, Assert.Single(world.Outbox.To("ops@example.com")).Text, StringComparison.Ordinal);

        world.Topics.Confirm(topic.Arn, subscription.Token!);
        await world.PublishAsync(topic, "after", "ALARM");
        await world.RunAsync(TimeSpan.Zero);

        var mail = world.Outbox.To("ops@example.com")[1];
        Assert.Equal("ALARM", mail.Subject);
        Assert.StartsWith("after", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_confirms_nothing()
    {
        await using var world = new SnsWorld(new SnsOptions { ConfirmsEmail = false });
        var topic = world.Topic();
        world.Topics.Subscribe(topic.Arn, "email", "ops@example.com");

        Assert.Equal("InvalidParameter", Assert.Throws<AwsException>(() => world.Topics.Confirm(topic.Arn, "wrong")).Code);
    }
}
