using Pulumi;
using SesCompliance.Infra.Components;

namespace SesCompliance.Infra;

/// <summary>The whole system on one screen.</summary>
public static class ComplianceStack
{
    /// <summary>Declares the stack's resources and returns its outputs.</summary>
    /// <param name="each">Options for every component: whoever deploys without Pulumi's engine watches the resources through them.</param>
    public static Dictionary<string, object?> Declare(StackSettings settings, ComponentResourceOptions? each = null)
    {
        var suppressions = new SuppressionTable("suppression-list", settings, each);
        var ledger = new SendLedger("send-ledger", settings, each);
        var feedback = new FeedbackLoop("feedback", new(settings, suppressions, ledger), each);
        var sender = new SenderIdentity("sender", new(settings, feedback.ConfigurationSet), each);
        if (settings.AccountSuppression)
        {
            _ = new AccountSuppression("account-suppression", each);
        }

        var functions = new SendFunctions("functions", new(settings, suppressions, ledger, sender, feedback.ConfigurationSet), each);

        var flow = new SendFlow("send-flow", new(settings, functions), each);
        flow.TakeTaskResultsFrom(functions.AwaitFeedback, feedback.Handler);
        var bot = new BotAccess("bot", new(settings, flow), each);

        var alerts = new AlertTopic("alerts", settings, each);
        var operators = new OperatorAccess("operators", new(settings, suppressions, ledger, feedback, sender, flow, alerts), each);
        var metrics = new StackMetrics(settings, functions, flow, feedback);
        var alarms = new Alarms("alarms", new(settings, metrics, alerts), each);
        var dashboard = new Dashboard("dashboard", new(settings, metrics, alarms), each);

        var outputs = new Dictionary<string, object?>
        {
            ["stateMachineArn"] = flow.StateMachineArn,
            ["botPolicyArn"] = bot.PolicyArn,
            ["operatorReadPolicyArn"] = operators.ReadPolicyArn,
            ["operatorWritePolicyArn"] = operators.WritePolicyArn,
            ["fromAddress"] = settings.FromAddress,
            ["configurationSet"] = feedback.ConfigurationSet.Name,
            ["feedbackTopicArn"] = feedback.TopicArn,
            ["alertTopicArn"] = alerts.Arn,
            ["dashboardName"] = dashboard.DashboardName,
            ["suppressionTable"] = suppressions.TableName,
            ["sendLedger"] = ledger.TableName,
            ["undeliveredFeedbackQueueUrl"] = feedback.Undelivered.Url,
            ["unprocessedFeedbackQueueUrl"] = feedback.Unprocessed.Url,
        };
        if (sender.DnsRecords is { } records)
        {
            outputs["dnsRecords"] = records;
        }

        return outputs;
    }
}
