using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SesCompliance.Local;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class AlarmTests
{
    private const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string SetDimension = "ses:configuration-set=ses-compliance-dev";

    private static readonly (string Key, string Value)[] Everything = [("dailyQuota", "1000"), ("noMailMinutes", "90"), ("alertEmails", "ops@example.com,on-call@example.com")];

    [Theory]
    [InlineData("ses-high-bounce-rate-CRITICAL", "AWS/SES", "Reputation.BounceRate", SetDimension, "Average", 300, "GreaterThanThreshold", 0.05, "ignore")]
    [InlineData("ses-high-complaint-rate-CRITICAL", "AWS/SES", "Reputation.ComplaintRate", SetDimension, "Average", 300, "GreaterThanThreshold", 0.001, "ignore")]
    [InlineData("ses-bounce-rate-warning", "AWS/SES", "Reputation.BounceRate", SetDimension, "Average", 300, "GreaterThanThreshold", 0.03, "ignore")]
    [InlineData("ses-complaint-rate-warning", "AWS/SES", "Reputation.ComplaintRate", SetDimension, "Average", 300, "GreaterThanThreshold", 0.0005, "ignore")]
    [InlineData("ses-suppressed-emails-detected", "DiscordBot/SES", "EmailsSuppressed", "Environment=dev", "Sum", 300, "GreaterThanOrEqualToThreshold", 1, "notBreaching")]
    [InlineData("ses-suppression-check-failed", "DiscordBot/SES", "SuppressionCheckFailed", "Environment=dev", "Sum", 300, "GreaterThanOrEqualToThreshold", 1, "notBreaching")]
    [InlineData("ses-feedback-undelivered", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName=ses-feedback-undelivered-dev", "Maximum", 300, "GreaterThanOrEqualToThreshold", 1, "notBreaching")]
    [InlineData("ses-feedback-unprocessed", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName=ses-feedback-unprocessed-dev", "Maximum", 300, "GreaterThanOrEqualToThreshold", 1, "notBreaching")]
    [InlineData("ses-send-executions-timed-out", "AWS/States", "ExecutionsTimedOut", "StateMachineArn=arn:aws:states:eu-west-1:111122223333:stateMachine:ses-send-email-dev", "Sum", 300, "GreaterThanOrEqualToThreshold", 1, "notBreaching")]
    [InlineData("ses-daily-quota-70-percent", "AWS/SES", "Send", "", "Sum", 86_400, "GreaterThanOrEqualToThreshold", 700, "notBreaching")]
    [InlineData("ses-daily-quota-90-percent", "AWS/SES", "Send", "", "Sum", 86_400, "GreaterThanOrEqualToThreshold", 900, "notBreaching")]
    [InlineData("ses-no-mail-sent", "DiscordBot/SES", "EmailsSent", "Environment=dev", "Sum", 5_400, "LessThanThreshold", 1, "breaching")]
    public async Task An_alarm_watches_one_metric(
        string name, string space, string metric, string dimension, string statistic, int period, string comparison, double threshold, string missing)
    {
        var alarm = (await StackUnderTest.DeclareAsync("dev", Everything)).The(MetricAlarm, name);

        Assert.Equal($"{name}-dev", alarm.Text("name"));
        Assert.Equal((space, metric, dimension), (alarm.Text("namespace"), alarm.Text("metricName"), Dimensions(alarm.Inputs)));
        Assert.Equal((statistic, period), (alarm.Text("statistic"), alarm.Number("period")));
        Assert.Equal((comparison, threshold), (alarm.Text("comparisonOperator"), alarm.Fraction("threshold")));
        Assert.Equal((missing, 1, 1), (alarm.Text("treatMissingData"), alarm.Number("evaluationPeriods"), alarm.Number("datapointsToAlarm")));
    }

    [Theory]
    [InlineData("ses-email-failure-rate-high", 0.10)]
    [InlineData("ses-email-failure-rate-warning", 0.05)]
    public async Task The_failure_rate_is_of_all_attempts_and_0_below_the_least_number_of_sends(string name, double threshold)
    {
        var alarm = (await StackUnderTest.DeclareAsync("dev", ("minimumSends", "40"))).The(MetricAlarm, name);

        Assert.Equal(("GreaterThanThreshold", threshold), (alarm.Text("comparisonOperator"), alarm.Fraction("threshold")));
        Assert.Equal(("notBreaching", 1), (alarm.Text("treatMissingData"), alarm.Number("evaluationPeriods")));
        Assert.Equal("IF((FILL(sent, 0) + FILL(failed, 0)) >= 40, FILL(failed, 0) / (FILL(sent, 0) + FILL(failed, 0)), 0)", alarm.Text("metricQueries.0.expression"));
        Assert.Equal(
            ["sent: DiscordBot/SES EmailsSent Environment=dev Sum 3600", "failed: DiscordBot/SES EmailsFailed Environment=dev Sum 3600"], Terms(alarm));
    }

    [Theory]
    [InlineData("ses-function-errors", "Errors", 5, 1)]
    [InlineData("ses-function-throttles", "Throttles", 1, 3)]
    public async Task Every_functions_errors_and_throttles_are_summed(string name, string metric, double threshold, int periods)
    {
        var stack = await StackUnderTest.DeclareAsync();
        var alarm = stack.The(MetricAlarm, name);

        Assert.Equal(("GreaterThanOrEqualToThreshold", threshold), (alarm.Text("comparisonOperator"), alarm.Fraction("threshold")));
        Assert.Equal((periods, periods), (alarm.Number("evaluationPeriods"), alarm.Number("datapointsToAlarm")));
        Assert.Equal("FILL(m1, 0) + FILL(m2, 0) + FILL(m3, 0) + FILL(m4, 0) + FILL(m5, 0)", alarm.Text("metricQueries.0.expression"));
        Assert.Equal(
            stack.All("aws:lambda/function:Function").Select(function => $"AWS/Lambda {metric} FunctionName={function.Text("name")} Sum 300").Order(StringComparer.Ordinal),
            Terms(alarm).Select(term => term[(term.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Executions_that_failed_because_of_their_request_are_taken_off_the_failed_ones()
    {
        var alarm = (await StackUnderTest.DeclareAsync()).The(MetricAlarm, "ses-send-executions-failed");

        Assert.Equal(("GreaterThanOrEqualToThreshold", 1), (alarm.Text("comparisonOperator"), alarm.Fraction("threshold")));
        Assert.Equal(("notBreaching", 1), (alarm.Text("treatMissingData"), alarm.Number("evaluationPeriods")));
        Assert.Equal("FILL(failed, 0) - FILL(refused, 0)", alarm.Text("metricQueries.0.expression"));
        Assert.Equal(
            [
                $"failed: AWS/States ExecutionsFailed StateMachineArn=arn:aws:states:{StrictMocks.Region}:{StrictMocks.Account}:stateMachine:ses-send-email-dev Sum 300",
                "refused: DiscordBot/SES RequestsRefused Environment=dev Sum 300",
            ],
            Terms(alarm));
    }

    [Theory]
    [InlineData("bounceRateCritical", "0.06", "ses-high-bounce-rate-CRITICAL", 0.06)]
    [InlineData("bounceRateWarning", "0.02", "ses-bounce-rate-warning", 0.02)]
    [InlineData("complaintRateCritical", "0.002", "ses-high-complaint-rate-CRITICAL", 0.002)]
    [InlineData("complaintRateWarning", "0.0007", "ses-complaint-rate-warning", 0.0007)]
    [InlineData("failureRateCritical", "0.25", "ses-email-failure-rate-high", 0.25)]
    [InlineData("failureRateWarning", "0.08", "ses-email-failure-rate-warning", 0.08)]
    public async Task A_threshold_is_the_stacks_to_choose(string key, string value, string name, double threshold) =>
        Assert.Equal(threshold, (await StackUnderTest.DeclareAsync("dev", (key, value))).The(MetricAlarm, name).Fraction("threshold"));

    [Fact]
    public async Task Without_quota_and_silence_settings_their_alarms_are_not_there() => Assert.Equal(
        ["ses-daily-quota-70-percent", "ses-daily-quota-90-percent", "ses-no-mail-sent"],
        Names(await StackUnderTest.DeclareAsync("dev", Everything)).Except(Names(await StackUnderTest.DeclareAsync())).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_alarm_tells_the_alert_topic_when_it_goes_off_and_when_it_is_over()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", Everything);
        string[] topic = [$"arn:aws:sns:{StrictMocks.Region}:{StrictMocks.Account}:ses-alerts-dev"];

        Assert.NotEmpty(stack.All(MetricAlarm));
        Assert.All(stack.All(MetricAlarm), alarm =>
        {
            Assert.Equal(topic, alarm.Texts("alarmActions"));
            Assert.Equal(topic, alarm.Texts("okActions"));
        });
    }

    [Fact]
    public async Task Each_address_is_subscribed_to_alerts_and_only_this_accounts_alarms_may_publish_them()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", Everything);

        var subscriptions = stack.All("aws:sns/topicSubscription:TopicSubscription").Where(subscription => subscription.Text("protocol") == "email");
        var statement = Assert.Single(stack.The("aws:sns/topicPolicy:TopicPolicy", "ses-alerts").Json("policy").GetProperty("Statement").EnumerateArray());

        Assert.Equal(["on-call@example.com", "ops@example.com"], subscriptions.Select(subscription => subscription.Text("endpoint")).Order(StringComparer.Ordinal));
        Assert.All(subscriptions, subscription => Assert.EndsWith(":ses-alerts-dev", subscription.Text("topic"), StringComparison.Ordinal));
        Assert.Equal("cloudwatch.amazonaws.com", statement.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal("sns:Publish", statement.GetProperty("Action")[0].GetString());
        Assert.Equal(StrictMocks.Account, statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString());
    }

    [Fact]
    public async Task The_runbook_has_a_section_for_each_alarm_and_none_besides()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", Everything);
        var chapter = Assert.Single(
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "OPERATIONS_RUNBOOK.md")).Split("\n## "), chapter => chapter.StartsWith("Alarms\n", StringComparison.Ordinal));
        var sections = chapter.Split("\n### ")[1..];

        Assert.Equal(Names(stack).Order(StringComparer.Ordinal), sections.Select(section => section.Split('\n')[0]).Order(StringComparer.Ordinal));
        Assert.All(sections, section => Assert.Equal(
            ["Means", "Look at", "Do", "Over when"], Regex.Matches(section, @"^- \*\*(.+?)\*\*:", RegexOptions.Multiline).Select(point => point.Groups[1].Value)));
        Assert.All(stack.All(MetricAlarm), alarm => Assert.EndsWith(
            $"Runbook: docs/OPERATIONS_RUNBOOK.md, section {alarm.Name}.", alarm.Text("alarmDescription"), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(StackUnderTest stack) => stack.All(MetricAlarm).Select(alarm => alarm.Name);

    /// <summary>A formula's terms: <c>id: namespace metric dimensions statistic period</c>.</summary>
    private static IEnumerable<string> Terms(DeclaredResource alarm) =>
        ((ImmutableArray<object>)alarm.Value("metricQueries")).Cast<ImmutableDictionary<string, object>>().Skip(1).Select(query =>
        {
            var metric = (ImmutableDictionary<string, object>)query["metric"];
            return $"{query["id"]}: {metric["namespace"]} {metric["metricName"]} {Dimensions(metric)} {metric["stat"]} {metric["period"]}";
        });

    private static string Dimensions(ImmutableDictionary<string, object> of) => of.GetValueOrDefault("dimensions") is ImmutableDictionary<string, object> dimensions
        ? string.Join(", ", dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}"))
        : "";
}
