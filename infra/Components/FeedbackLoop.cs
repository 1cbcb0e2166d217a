using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.SesV2;
using Pulumi.Aws.SesV2.Inputs;
using Pulumi.Aws.Sns;
using Pulumi.Aws.Sqs;
using SesCompliance.Infra.Policies;

namespace SesCompliance.Infra.Components;

internal sealed record FeedbackLoopArgs(StackSettings Settings, SuppressionTable Suppressions, SendLedger Ledger);

/// <summary>
/// SES's word on each mail comes back: configuration set → topic → handler, which keeps the suppression list and the ledger. What SNS can't deliver
/// and what the handler can't process end in a dead-letter queue each: they are different failures, and no feedback is lost in either.
/// </summary>
internal sealed class FeedbackLoop : ComponentResource
{
    public FeedbackLoop(string name, FeedbackLoopArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:FeedbackLoop", name, options)
    {
        var settings = args.Settings;
        var child = new CustomResourceOptions { Parent = this };
        var childComponent = new ComponentResourceOptions { Parent = this };
        var account = GetCallerIdentity.Invoke(null, new InvokeOptions { Parent = this }).Apply(caller => caller.AccountId);

        ConfigurationSet = new SesConfigurationSet("ses-configuration-set", settings, childComponent);
        var topic = new Topic("ses-feedback", new TopicArgs { Name = settings.Named("ses-feedback"), Tags = settings.Tags(name) }, child);
        var topicPolicy = new TopicPolicy("ses-feedback", new TopicPolicyArgs
        {
            Arn = topic.Arn,
            // Only SES, only for this account and this configuration set: any other account's SES is a confused deputy.
            Policy = PolicyDocument.Of(new PolicyStatement("sns:Publish")
            {
                Service = "ses.amazonaws.com",
                Resources = topic.Arn,
                Conditions =
                [
                    new("StringEquals", "aws:SourceAccount", account),
                    new("ArnEquals", "aws:SourceArn", ConfigurationSet.Arn),
                ],
            }),
        }, child);
        _ = new ConfigurationSetEventDestination("ses-feedback", new ConfigurationSetEventDestinationArgs
        {
            ConfigurationSetName = ConfigurationSet.Name,
            EventDestinationName = "feedback",
            EventDestination = new ConfigurationSetEventDestinationEventDestinationArgs
            {
                Enabled = true,
                MatchingEventTypes = { "DELIVERY", "BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE", "DELIVERY_DELAY" },
                SnsDestination = new ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs { TopicArn = topic.Arn },
            },
        }, new CustomResourceOptions { Parent = this, DependsOn = { topicPolicy } });

        Undelivered = new DeadLetterQueue("ses-feedback-undelivered", settings, childComponent);
        Unprocessed = new DeadLetterQueue("ses-feedback-unprocessed", settings, childComponent);
        Handler = new LambdaFunction("ses-notification-handler", new(
            settings,
            "HandleFeedback",
            [
                new("dynamodb:GetItem", "dynamodb:UpdateItem") { Resources = new() { args.Suppressions.Arn, args.Ledger.Arn } },
                new("sqs:SendMessage") { Resources = Unprocessed.Arn },
            ],
            new() { ["SUPPRESSION_LIST_TABLE"] = args.Suppressions.TableName, ["SEND_LEDGER_TABLE"] = args.Ledger.TableName })
        {
            Timeout = 30,
        }, childComponent);
        _ = new FunctionEventInvokeConfig("ses-notification-handler", new FunctionEventInvokeConfigArgs
        {
            FunctionName = Handler.FunctionName,
            MaximumRetryAttempts = 2,
            MaximumEventAgeInSeconds = 6 * 60 * 60,
            DestinationConfig = new FunctionEventInvokeConfigDestinationConfigArgs
            {
                OnFailure = new FunctionEventInvokeConfigDestinationConfigOnFailureArgs { Destination = Unprocessed.Arn },
            },
        }, child);

        var permission = new Permission("ses-notification-handler", new PermissionArgs
        {
            Function = Handler.FunctionName,
            Action = "lambda:InvokeFunction",
            Principal = "sns.amazonaws.com",
            SourceArn = topic.Arn,
        }, child);
        var queuePolicy = new QueuePolicy("ses-feedback-undelivered", new QueuePolicyArgs
        {
            QueueUrl = Undelivered.Url,
            Policy = PolicyDocument.Of(new PolicyStatement("sqs:SendMessage")
            {
                Service = "sns.amazonaws.com",
                Resources = Undelivered.Arn,
                Conditions = [new("ArnEquals", "aws:SourceArn", topic.Arn)],
            }),
        }, child);
        _ = new TopicSubscription("ses-notification-handler", new TopicSubscriptionArgs
        {
            Topic = topic.Arn,
            Protocol = "lambda",
            Endpoint = Handler.Arn,
            RedrivePolicy = Undelivered.Arn.Apply(arn => $$"""{"deadLetterTargetArn":"{{arn}}"}"""),
        }, new CustomResourceOptions { Parent = this, DependsOn = { permission, queuePolicy } });

        TopicArn = topic.Arn;
        RegisterOutputs();
    }

    public SesConfigurationSet ConfigurationSet { get; }

    public LambdaFunction Handler { get; }

    public Output<string> TopicArn { get; }

    public DeadLetterQueue Undelivered { get; }

    public DeadLetterQueue Unprocessed { get; }
}
