using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Iam;
using SesCompliance.Infra.Policies;

namespace SesCompliance.Infra.Components;

internal sealed record OperatorAccessArgs(
    StackSettings Settings, SuppressionTable Suppressions, SendLedger Ledger, FeedbackLoop Feedback, SenderIdentity Sender, SendFlow Flow, AlertTopic Alerts);

/// <summary>
/// What ses-ops calls on behalf of its operators, in two policies: with the first it tells everything and changes nothing; with the second besides, it changes
/// what its commands are for.
/// </summary>
internal sealed class OperatorAccess : ComponentResource
{
    private readonly OperatorAccessArgs args;
    private readonly Output<string> partition;
    private readonly Output<string> region;
    private readonly Output<string> account;

    public OperatorAccess(string name, OperatorAccessArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:OperatorAccess", name, options)
    {
        this.args = args;
        var parent = new InvokeOptions { Parent = this };
        partition = GetPartition.Invoke(null, parent).Apply(found => found.Partition);
        region = GetRegion.Invoke(null, parent).Apply(found => found.Region);
        account = GetCallerIdentity.Invoke(null, parent).Apply(found => found.AccountId);

        ReadPolicyArn = Declare(name, "read", "What ses-ops needs to tell of a stack.", Reading());
        WritePolicyArn = Declare(name, "write", "What the changing commands of ses-ops need besides the reading policy.", Writing());
        RegisterOutputs();
    }

    public Output<string> ReadPolicyArn { get; }

    public Output<string> WritePolicyArn { get; }

    /// <summary>For actions that know no resources: what belongs to the account in other regions is none of this stack's.</summary>
    private ImmutableArray<PolicyCondition> InThisRegion => [new("StringEquals", "aws:RequestedRegion", region)];

    private InputList<string> DeadLetterQueues => new() { args.Feedback.Undelivered.Arn, args.Feedback.Unprocessed.Arn };

    private PolicyStatement[] Reading() =>
    [
        new("ses:GetAccount", "ses:GetSuppressedDestination", "ses:ListSuppressedDestinations")
        {
            Sid = "ReadAccountAndItsSuppressionList",
            Resources = "*",
            Conditions = InThisRegion,
        },
        new("ses:GetEmailIdentity") { Sid = "ReadIdentity", Resources = Identities() },
        new("ses:GetConfigurationSet", "ses:GetConfigurationSetEventDestinations") { Sid = "ReadConfigurationSet", Resources = args.Feedback.ConfigurationSet.Arn },
        new("dynamodb:DescribeContinuousBackups", "dynamodb:DescribeTable") { Sid = "LookAfterTables", Resources = new() { args.Suppressions.Arn, args.Ledger.Arn } },
        new("dynamodb:Query", "dynamodb:Scan") { Sid = "ReadSuppressionList", Resources = args.Suppressions.Arn },
        new("dynamodb:GetItem") { Sid = "ReadSendLedger", Resources = args.Ledger.Arn },
        new("states:DescribeStateMachine", "states:ListExecutions") { Sid = "ReadSendFlow", Resources = args.Flow.StateMachineArn },
        new("states:DescribeExecution", "states:GetExecutionHistory") { Sid = "ReadSends", Resources = args.Flow.ExecutionArns },
        new("sns:GetTopicAttributes") { Sid = "ReadFeedbackTopic", Resources = args.Feedback.TopicArn },
        new("sns:ListSubscriptionsByTopic") { Sid = "ReadSubscriptions", Resources = new() { args.Feedback.TopicArn, args.Alerts.Arn } },

        // To look at a message is to receive it, and then to hand it back.
        new("sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage") { Sid = "LookAtDeadLetters", Resources = DeadLetterQueues },

        // By a pattern, since it is asked for alarms, too, that keys leave out.
        new("cloudwatch:DescribeAlarms") { Sid = "ReadAlarms", Resources = Output.Format($"arn:{partition}:cloudwatch:{region}:{account}:alarm:{args.Settings.Named("ses-*")}") },
        new("cloudwatch:GetMetricData") { Sid = "ReadMetrics", Resources = "*", Conditions = InThisRegion },
    ];

    private PolicyStatement[] Writing() =>
    [
        new("ses:DeleteSuppressedDestination") { Sid = "ChangeAccountSuppressionList", Resources = "*", Conditions = InThisRegion },
        new("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:UpdateItem") { Sid = "ChangeSuppressionList", Resources = args.Suppressions.Arn },
        new("sqs:DeleteMessage") { Sid = "DeleteDeadLetters", Resources = DeadLetterQueues },
        new("sns:Publish") { Sid = "ReplayDeadLetters", Resources = args.Feedback.TopicArn },
        new("states:StartExecution") { Sid = "SimulateSends", Resources = args.Flow.StateMachineArn },
        new("cloudwatch:GetMetricStatistics") { Sid = "CountSimulatedSends", Resources = "*", Conditions = InThisRegion },
    ];

    /// <summary>The domain's identity and those of the domains above it: ses-ops doctor says which of them there is, where the domain has none.</summary>
    private InputList<string> Identities()
    {
        var identities = new InputList<string> { args.Sender.Arn };
        for (var domain = Above(args.Settings.Domain); domain.Contains('.', StringComparison.Ordinal); domain = Above(domain))
        {
            identities.Add(Output.Format($"arn:{partition}:ses:{region}:{account}:identity/{domain}"));
        }

        return identities;
    }

    private static string Above(string domain) => domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private Output<string> Declare(string name, string kind, string description, PolicyStatement[] statements) => new Policy($"operator-{kind}", new PolicyArgs
    {
        Name = args.Settings.Named($"ses-operator-{kind}"),
        Description = description,
        PolicyDocument = PolicyDocument.Of(statements),
        Tags = args.Settings.Tags(name),
    }, new CustomResourceOptions { Parent = this }).Arn;
}
