using System.Text.Json;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class FeedbackLoopTests
{
    private static readonly string TopicArn = $"arn:aws:sns:{StrictMocks.Region}:{StrictMocks.Account}:ses-feedback-dev";

    [Fact]
    public async Task Only_SES_of_this_account_and_configuration_set_may_publish_feedback()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var policy = stack.The("aws:sns/topicPolicy:TopicPolicy", "ses-feedback");
        var statement = Assert.Single(policy.Json("policy").GetProperty("Statement").EnumerateArray());

        Assert.Equal(TopicArn, policy.Text("arn"));
        Assert.Equal("ses.amazonaws.com", statement.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal("sns:Publish", statement.GetProperty("Action")[0].GetString());
        Assert.Equal(TopicArn, statement.GetProperty("Resource")[0].GetString());
        Assert.Equal(StrictMocks.Account, statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString());
        Assert.Equal(
            $"arn:aws:ses:{StrictMocks.Region}:{StrictMocks.Account}:configuration-set/ses-compliance-dev",
            statement.GetProperty("Condition").GetProperty("ArnEquals").GetProperty("aws:SourceArn").GetString());
    }

    [Fact]
    public async Task The_configuration_set_publishes_every_fate_of_a_mail_to_the_topic()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var destination = stack.The("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "ses-feedback");

        Assert.Equal("ses-compliance-dev", destination.Text("configurationSetName"));
        Assert.Equal(TopicArn, destination.Text("eventDestination.snsDestination.topicArn"));
        Assert.True(destination.Flag("eventDestination.enabled"));
        Assert.Equal(
            ["BOUNCE", "COMPLAINT", "DELIVERY", "DELIVERY_DELAY", "REJECT", "RENDERING_FAILURE"],
            destination.Texts("eventDestination.matchingEventTypes").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_configuration_set_keeps_reputation_metrics_and_insists_on_TLS()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var set = stack.The("aws:sesv2/configurationSet:ConfigurationSet", "ses-configuration-set");

        Assert.True(set.Flag("reputationOptions.reputationMetricsEnabled"));
        Assert.Equal("REQUIRE", set.Text("deliveryOptions.tlsPolicy"));
    }

    [Fact]
    public async Task What_SNS_cannot_deliver_ends_in_a_queue_that_takes_it_from_this_topic_only()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var subscription = stack.The("aws:sns/topicSubscription:TopicSubscription", "ses-notification-handler");
        var queueArn = $"arn:aws:sqs:{StrictMocks.Region}:{StrictMocks.Account}:ses-feedback-undelivered-dev";
        var statement = Assert.Single(stack.The("aws:sqs/queuePolicy:QueuePolicy", "ses-feedback-undelivered").Json("policy").GetProperty("Statement").EnumerateArray());

        Assert.Equal("lambda", subscription.Text("protocol"));
        Assert.EndsWith(":function:ses-notification-handler-dev", subscription.Text("endpoint"), StringComparison.Ordinal);
        Assert.Equal(queueArn, subscription.Json("redrivePolicy").GetProperty("deadLetterTargetArn").GetString());
        Assert.Equal("sns.amazonaws.com", statement.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal(queueArn, statement.GetProperty("Resource")[0].GetString());
        Assert.Equal(TopicArn, statement.GetProperty("Condition").GetProperty("ArnEquals").GetProperty("aws:SourceArn").GetString());
    }

    [Fact]
    public async Task What_the_handler_cannot_process_is_retried_and_then_kept_in_a_queue_of_its_own()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var config = stack.The("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "ses-notification-handler");

        Assert.Equal(2, config.Number("maximumRetryAttempts"));
        Assert.Equal(21_600, config.Number("maximumEventAgeInSeconds"));
        Assert.EndsWith(":ses-feedback-unprocessed-dev", config.Text("destinationConfig.onFailure.destination"), StringComparison.Ordinal);
        Assert.All(stack.All("aws:sqs/queue:Queue"), queue => Assert.Equal(1_209_600, queue.Number("messageRetentionSeconds")));
    }

    [Fact]
    public async Task Only_the_feedback_topic_may_invoke_the_handler()
    {
        var stack = await StackUnderTest.DeclareAsync();

        var permission = Assert.Single(stack.All("aws:lambda/permission:Permission"));

        Assert.Equal("sns.amazonaws.com", permission.Text("principal"));
        Assert.Equal("lambda:InvokeFunction", permission.Text("action"));
        Assert.Equal("ses-notification-handler-dev", permission.Text("function"));
        Assert.Equal(TopicArn, permission.Text("sourceArn"));
    }
}
