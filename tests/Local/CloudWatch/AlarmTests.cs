using System.Text.Json.Nodes;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Tests.Local.Ses;

namespace SesCompliance.Tests.Local.CloudWatch;

public sealed class AlarmTests
{
    private static readonly MetricId Metric = new("AWS/SES", "Reputation.BounceRate", [KeyValuePair.Create("ses:configuration-set", "main")]);

    private static readonly AlarmDefinition Definition = new("bounce-rate")
    {
        Description = "Too many bounces",
        Stat = new MetricStat(Metric, TimeSpan.FromMinutes(1), "Average"),
        Threshold = 0.05,
        AlarmActions = [RecordingTopics.Arn],
        OkActions = [RecordingTopics.Arn],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GreaterThanThreshold", 0.05, "OK")]
    [InlineData("GreaterThanThreshold", 0.0501, "ALARM")]
    [InlineData("GreaterThanOrEqualToThreshold", 0.05, "ALARM")]
    [InlineData("GreaterThanOrEqualToThreshold", 0.0499, "OK")]
    [InlineData("LessThanThreshold", 0.05, "OK")]
    [InlineData("LessThanThreshold", 0.0499, "ALARM")]
    [InlineData("LessThanOrEqualToThreshold", 0.05, "ALARM")]
    [InlineData("LessThanOrEqualToThreshold", 0.0501, "OK")]
    public async Task The_threshold_is_sharp(string comparison, double value, string state)
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        cloud.Alarms.Put(Definition with { Comparison = comparison });
        cloud.Metrics.Put(Metric, value, "None");
        Assert.Equal(AlarmState.InsufficientData, cloud.Alarms.All.Single().State.Value);
        cloud.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(state, cloud.Alarms.All.Single().State.Value);
    }

    // Rows of the tables in CloudWatch's guide, "Configuring how CloudWatch alarms treat missing data": 0 is fine, X breaches, - is missing; the newest is last.
    [Theory]
    [InlineData("0-X-X", 3, "OK", "OK", "OK", "OK")]
    [InlineData("0----", 3, "OK", "OK", "OK", "OK")]
    [InlineData("-----", 3, "INSUFFICIENT_DATA", "kept", "ALARM", "OK")]
    [InlineData("0XX-X", 3, "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("--X--", 3, "ALARM", "kept", "ALARM", "OK")]
    [InlineData("----X", 3, "kept", "kept", "ALARM", "OK")]
    [InlineData("0-X-X", 2, "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("00X0X", 2, "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData("0-X--", 2, "OK", "OK", "ALARM", "OK")]
    [InlineData("----0", 2, "OK", "OK", "ALARM", "OK")]
    [InlineData("---X-", 2, "ALARM", "kept", "ALARM", "OK")]
    public void Missing_data_is_treated_as_the_guide_lays_down(string points, int needed, string missing, string ignore, string breaching, string notBreaching)
    {
        var end = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
        var metrics = new MetricStore(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(end));
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] != '-')
            {
                metrics.Put(Metric, Sample.Of(end - TimeSpan.FromMinutes(points.Length - i), "None", points[i] == 'X' ? 1 : 0));
            }
        }

        string Judged(string mode) =>
            new AlarmRule((Definition with { EvaluationPeriods = 3, DatapointsToAlarm = needed, TreatMissingData = mode }).Checked()).Judge(metrics, end)?.Value ?? "kept";
        Assert.Equal([missing, ignore, breaching, notBreaching], [Judged("missing"), Judged("ignore"), Judged("breaching"), Judged("notBreaching")]);
    }

    [Fact]
    public async Task Each_transition_is_told_once_in_the_words_of_CloudWatch_even_when_the_clock_jumps_over_it()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        cloud.Alarms.Put(Definition with { TreatMissingData = "notBreaching" });
        cloud.Metrics.Put(Metric, 0.06, "None");
        cloud.Time.Advance(TimeSpan.FromHours(1));
        cloud.Alarms.Evaluate();
        await cloud.Alarms.IdleAsync(Cancellation);

        Assert.Equal(
            [$"ALARM: \"bounce-rate\" in US East (N. Virginia)", $"OK: \"bounce-rate\" in US East (N. Virginia)"],
            cloud.Topics.Published.Select(message => message.Subject!));
        var (topic, text, _, publisher) = cloud.Topics.Published.First();
        Assert.Equal((RecordingTopics.Arn, "cloudwatch.amazonaws.com", "arn:aws:cloudwatch:us-east-1:000000000000:alarm:bounce-rate"), (topic, publisher!.Service, publisher.SourceArn));
        var message = JsonNode.Parse(text)!;
        Assert.Equal("ALARM", (string?)message["NewStateValue"]);
        Assert.Equal("INSUFFICIENT_DATA", (string?)message["OldStateValue"]);
        Assert.Equal("2026-11-24T10:03:00.000+0000", (string?)message["StateChangeTime"]);
        Assert.Equal(
            "Threshold Crossed: 1 out of the last 1 datapoint [0.06 (24/11/26 10:02:00)] was greater than the threshold (0.05) (minimum 1 datapoint for OK -> ALARM transition).",
            (string?)message["NewStateReason"]);
        Assert.Equal("AVERAGE", (string?)message["Trigger"]!["Statistic"]);
        Assert.Equal("""[{"value":"main","name":"ses:configuration-set"}]""", message["Trigger"]!["Dimensions"]!.ToJsonString());
    }

    [Fact]
    public async Task A_state_that_was_set_is_told_and_holds_until_the_next_minute()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        cloud.Alarms.Put(Definition with { TreatMissingData = "notBreaching" });
        cloud.Time.Advance(TimeSpan.FromMinutes(1));
        cloud.Alarms.SetState("bounce-rate", "ALARM", "A rehearsal");
        cloud.Alarms.SetState("bounce-rate", "ALARM", "A rehearsal");
        Assert.Equal(("ALARM", "A rehearsal"), (cloud.Alarms.All.Single().State.Value, cloud.Alarms.All.Single().State.Reason));
        cloud.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("OK", cloud.Alarms.All.Single().State.Value);
        await cloud.Alarms.IdleAsync(Cancellation);
        Assert.Equal(["OK", "ALARM", "OK"], cloud.Topics.Published.Select(message => message.Subject!.Split(':')[0]));
    }

    [Theory]
    [InlineData(49, 49, "OK")]
    [InlineData(50, 5, "OK")]
    [InlineData(50, 6, "ALARM")]
    [InlineData(0, 0, "OK")]
    public async Task A_rate_alarms_only_above_a_minimum(int sent, int failed, string state)
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        MetricQuery Query(string id, string name) => new(id) { ReturnData = false, Stat = new MetricStat(new MetricId("DiscordBot/SES", name), TimeSpan.FromMinutes(5), "Sum") };
        cloud.Alarms.Put(new AlarmDefinition("failure-rate")
        {
            Queries = [Query("sent", "EmailsSent"), Query("failed", "EmailsFailed"), new MetricQuery("rate") { Expression = "IF(FILL(sent, 0) >= 50, FILL(failed, 0) / sent, 0)" }],
            Threshold = 0.1,
        });
        foreach (var (name, count) in new[] { ("EmailsSent", sent), ("EmailsFailed", failed) })
        {
            for (var i = 0; i < count; i++)
            {
                cloud.Metrics.Put(new MetricId("DiscordBot/SES", name), 1);
            }
        }

        cloud.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(state, cloud.Alarms.All.Single().State.Value);
    }

    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", 5d)]
    [InlineData("-(a - 5) * 2", 4d)]
    [InlineData("a < 4 && b >= 4", 1d)]
    [InlineData("IF(a > b, a, b)", 4d)]
    [InlineData("SUM([a, b, none])", 7d)]
    [InlineData("AVG([a, b])", 3.5)]
    [InlineData("MAX(a) - MIN([a, b])", 0d)]
    [InlineData("FILL(none, 0.5)", 0.5)]
    [InlineData("a / 0", null)]
    [InlineData("none + 1", null)]
    public void Metric_math_computes(string expression, double? expected) => Assert.Equal(
        expected,
        MetricExpression.Parse(expression).Evaluate(id => new MathValue([id switch { "a" => 3d, "b" => 4d, _ => null }]), 1).Over(1).Single());

    [Theory]
    [InlineData("a +", "it ends too early")]
    [InlineData("(a", "')' is missing")]
    [InlineData("RATE(a)", "no function RATE")]
    [InlineData("FILL(a, REPEAT)", "numbers only")]
    [InlineData("c / 2", "refers to 'c'")]
    [InlineData("e / 2", "refers to itself")]
    [InlineData("1 / 2", "needs at least one metric")]
    public async Task Metric_math_that_is_not_there_is_refused_by_name(string expression, string why)
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        var fault = Assert.Throws<FormatException>(() => cloud.Alarms.Put(new AlarmDefinition("math")
        {
            Queries = [new MetricQuery("a") { Stat = Definition.Stat, ReturnData = false }, new MetricQuery("e") { Expression = expression }],
        }));
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }
}
