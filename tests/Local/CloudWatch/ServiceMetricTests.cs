using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Sqs;

namespace SesCompliance.Tests.Local.CloudWatch;

public sealed class ServiceMetricTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 10, 2, 30, TimeSpan.Zero));

    [Fact]
    public void Reputation_is_a_fraction_of_the_set_s_mail_without_the_simulator_s()
    {
        var metrics = new MetricStore(time);
        var ses = new SesMetrics(metrics);
        void Count(SesEventType type, int recipients, bool counts = true, bool enabled = true) =>
            ses.Count(new SesCount(type, enabled ? "main" : "plain", recipients, counts, time.GetUtcNow()) { ReputationMetricsEnabled = enabled });
        Count(SesEventType.Bounce, 1, counts: false);
        Count(SesEventType.Send, 10, counts: false);
        for (var mail = 0; mail < 100; mail++)
        {
            Count(SesEventType.Send, 1);
        }

        Count(SesEventType.Bounce, 5);
        Count(SesEventType.Complaint, 1);
        Count(SesEventType.Send, 100, enabled: false);

        Assert.Equal((0.05, 0.01), (Rate("Reputation.BounceRate", "main"), Rate("Reputation.ComplaintRate", "main")));
        Assert.Null(Rate("Reputation.BounceRate", "plain"));
        Assert.Equal(0.025, Rate("Reputation.BounceRate", null));

        double? Rate(string name, string? set) => metrics.Query(
            new MetricId("AWS/SES", name, set is null ? [] : [KeyValuePair.Create("ses:configuration-set", set)]), time.GetUtcNow().AddMinutes(-1), time.GetUtcNow().AddMinutes(1), TimeSpan.FromMinutes(2))
            .SingleOrDefault()?.Average;
    }

    [Fact]
    public async Task Messages_that_wait_in_a_queue_are_measured_before_alarms_are_judged()
    {
        var metrics = new MetricStore(time);
        var queues = new Queues(time);
        queues.Create("dead", new Dictionary<string, string>(), new Dictionary<string, string>());
        await using var alarms = new AlarmStore(metrics, new Ses.RecordingTopics(), measure: new QueueMetrics(metrics, queues).Measure);
        alarms.Put(new AlarmDefinition("dead-letters")
        {
            Stat = new MetricStat(new MetricId("AWS/SQS", "ApproximateNumberOfMessagesVisible", [KeyValuePair.Create("QueueName", "dead")]), TimeSpan.FromMinutes(1), "Maximum"),
            Threshold = 0,
        });
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("OK", alarms.All.Single().State.Value);
        await queues.SendAsync("arn:aws:sqs:us-east-1:000000000000:dead", "lost", null, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ALARM", alarms.All.Single().State.Value);
    }
}
