using Pulumi;

namespace SesCompliance.Infra.Components;

/// <summary>The metrics of this stack's resources, for alarms and dashboard.</summary>
internal sealed class StackMetrics(StackSettings settings, SendFunctions functions, SendFlow flow, FeedbackLoop feedback)
{
    private const int FiveMinutes = 300;

    public IReadOnlyList<LambdaFunction> Functions { get; } =
        [functions.CheckSuppression, functions.SendEmail, functions.PublishMetric, functions.AwaitFeedback, feedback.Handler];

    public DeadLetterQueue Undelivered => feedback.Undelivered;

    public DeadLetterQueue Unprocessed => feedback.Unprocessed;

    /// <summary>A fraction that SES keeps for the configuration set: Reputation.BounceRate or Reputation.ComplaintRate.</summary>
    public Metric Reputation(string name) =>
        new("AWS/SES", name, "Average", FiveMinutes, new() { ["ses:configuration-set"] = feedback.ConfigurationSet.Name });

    /// <summary>What the send flow counts: EmailsSent, EmailsFailed, EmailsSuppressed, SuppressionCheckFailed or RequestsRefused.</summary>
    public Metric Counted(string name, int period = FiveMinutes) =>
        new(SendFunctions.MetricNamespace, name, "Sum", period, new() { ["Environment"] = settings.Stack });

    /// <summary>Sends of the whole account, which is what its quota is for.</summary>
    public static Metric AccountSends(int period) => new("AWS/SES", "Send", "Sum", period, []);

    public Metric Executions(string name, string statistic = "Sum") =>
        new("AWS/States", name, statistic, FiveMinutes, new() { ["StateMachineArn"] = flow.StateMachineArn });

    public static Metric Of(LambdaFunction function, string name, string statistic = "Sum") =>
        new("AWS/Lambda", name, statistic, FiveMinutes, new() { ["FunctionName"] = function.FunctionName });

    public Metric[] OfEveryFunction(string name) => [.. Functions.Select(function => Of(function, name))];

    public static Metric Depth(DeadLetterQueue queue) =>
        new("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", FiveMinutes, new() { ["QueueName"] = queue.QueueName });
}
