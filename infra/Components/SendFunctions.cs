using Pulumi;
using SesCompliance.Infra.Policies;

namespace SesCompliance.Infra.Components;

internal sealed record SendFunctionsArgs(
    StackSettings Settings, SuppressionTable Suppressions, SendLedger Ledger, SenderIdentity Sender, SesConfigurationSet ConfigurationSet);

/// <summary>The functions that the send flow calls, each with the least it needs.</summary>
internal sealed class SendFunctions : ComponentResource
{
    /// <summary>The namespace of the product's own metrics.</summary>
    public const string MetricNamespace = "DiscordBot/SES";

    public SendFunctions(string name, SendFunctionsArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SendFunctions", name, options)
    {
        var settings = args.Settings;
        var child = new ComponentResourceOptions { Parent = this };
        var onlyFromUs = new PolicyCondition("StringEquals", "ses:FromAddress", settings.FromAddress);

        CheckSuppression = new LambdaFunction("ses-check-suppression", new(
            settings,
            "CheckSuppression",
            [new("dynamodb:Query") { Resources = args.Suppressions.Arn }],
            new() { ["SUPPRESSION_LIST_TABLE"] = args.Suppressions.TableName }) { Versioned = true }, child);

        SendEmail = new LambdaFunction("ses-send-email", new(
            settings,
            "SendEmail",
            [
                new("dynamodb:GetItem", "dynamodb:UpdateItem") { Resources = args.Ledger.Arn },
                new("ses:SendEmail")
                {
                    Resources = new() { args.Sender.Arn, args.ConfigurationSet.Arn },
                    Conditions = [onlyFromUs],
                },
                // SES judges the operation SendEmail as this action where the request names a template, and the template is a resource besides.
                new("ses:SendTemplatedEmail")
                {
                    Resources = new() { args.Sender.Arn, args.ConfigurationSet.Arn, args.ConfigurationSet.Arn.Apply(AllTemplates) },
                    Conditions = [onlyFromUs],
                },
            ],
            new()
            {
                ["SEND_LEDGER_TABLE"] = args.Ledger.TableName,
                ["LEDGER_DAYS"] = $"{settings.LedgerDays}",
                ["FROM_EMAIL"] = settings.FromAddress,
                ["CONFIGURATION_SET"] = args.ConfigurationSet.Name,
            })
        {
            Timeout = 15,
            Versioned = true,
            ReservedConcurrency = settings.MaxSendConcurrency,
        }, child);

        PublishMetric = new LambdaFunction("ses-publish-metric", new(
            settings,
            "PublishMetric",
            [
                // PutMetricData knows no resources; the namespace is what it can be held to.
                new("cloudwatch:PutMetricData")
                {
                    Resources = "*",
                    Conditions = [new("StringEquals", "cloudwatch:namespace", MetricNamespace)],
                },
            ],
            new() { ["ENVIRONMENT"] = settings.Stack }) { Versioned = true }, child);

        AwaitFeedback = new LambdaFunction("ses-await-feedback", new(
            settings,
            "AwaitFeedback",
            [new("dynamodb:UpdateItem") { Resources = args.Ledger.Arn }],
            new() { ["SEND_LEDGER_TABLE"] = args.Ledger.TableName }) { Versioned = true }, child);

        RegisterOutputs();
    }

    /// <summary>The templates of the account and region that a configuration set is in: requests choose among them by name.</summary>
    private static string AllTemplates(string configurationSetArn) => $"{configurationSetArn[..(configurationSetArn.LastIndexOf(':') + 1)]}template/*";

    public LambdaFunction CheckSuppression { get; }

    public LambdaFunction SendEmail { get; }

    public LambdaFunction PublishMetric { get; }

    public LambdaFunction AwaitFeedback { get; }
}
