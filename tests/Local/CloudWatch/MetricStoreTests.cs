using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.CloudWatch;

namespace SesCompliance.Tests.Local.CloudWatch;

public sealed class MetricStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 2, 30, TimeSpan.Zero);

    private static readonly MetricId Metric = new("DiscordBot/SES", "EmailsSent", [new("Environment", "dev")]);

    private readonly FakeTimeProvider time = new(Now);

    [Fact]
    public void A_metric_is_the_same_whatever_the_order_of_its_dimensions()
    {
        Assert.Equal(new MetricId("n", "m", [new("a", "1"), new("b", "2")]), new MetricId("n", "m", [new("b", "2"), new("a", "1")]));
        Assert.NotEqual(new MetricId("n", "m", [new("a", "1")]), new MetricId("n", "m", [new("a", "2")]));
        Assert.NotEqual(new MetricId("n", "m"), new MetricId("n", "m", [new("a", "1")]));
    }

    [Fact]
    public void Values_of_one_period_make_one_datapoint()
    {
        var metrics = new MetricStore(time);
        foreach (var value in new[] { 1d, 2, 2, 7 })
        {
            metrics.Put(Metric, value);
            time.Advance(TimeSpan.FromSeconds(10));
        }

        var datapoint = Assert.Single(Query(metrics, TimeSpan.FromMinutes(5)));
        Assert.Equal(
            [4d, 12, 3, 1, 7, 2, 7],
            new[] { "SampleCount", "Sum", "Average", "Minimum", "Maximum", "p50", "p99.9" }.Select(name => datapoint.Statistic(name)!.Value));
    }

    [Fact]
    public void Periods_are_counted_from_the_start_of_the_question()
    {
        var metrics = new MetricStore(time);
        metrics.Put(Metric, 1);
        time.Advance(TimeSpan.FromMinutes(5));
        metrics.Put(Metric, 1);
        Assert.Equal([Now.AddSeconds(-30), Now.AddSeconds(-30).AddMinutes(5)], Query(metrics, TimeSpan.FromMinutes(5), Now.AddSeconds(-30)).Select(datapoint => datapoint.At));
    }

    [Fact]
    public void The_start_is_inclusive_and_the_end_exclusive()
    {
        var metrics = new MetricStore(time);
        metrics.Put(Metric, 1);
        var minute = Now.AddSeconds(-30);
        Assert.Single(metrics.Query(Metric, minute, minute.AddMinutes(1), TimeSpan.FromMinutes(1)));
        Assert.Empty(metrics.Query(Metric, minute.AddMinutes(-1), minute, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Units_are_not_mixed()
    {
        var metrics = new MetricStore(time);
        metrics.Put(Metric, 1);
        metrics.Put(Metric, 250, "Milliseconds");
        Assert.Equal(["Count", "Milliseconds"], Query(metrics, TimeSpan.FromMinutes(1)).Select(datapoint => datapoint.Unit).Order());
        Assert.Single(metrics.Query(Metric, Now.AddMinutes(-1), Now.AddMinutes(1), TimeSpan.FromMinutes(1), "Count"));
    }

    [Fact]
    public void Percentiles_of_statistic_sets_are_unknown()
    {
        var metrics = new MetricStore(time);
        metrics.Put(Metric, new Sample(Now.AddSeconds(-30), "Count", 3, 6, 1, 3));
        Assert.Null(Assert.Single(Query(metrics, TimeSpan.FromMinutes(1))).Statistic("p50"));
    }

    [Fact]
    public void A_busy_metric_stays_small()
    {
        var metrics = new MetricStore(time);
        for (var i = 0; i < 250_000; i++)
        {
            metrics.Put(Metric, new Sample(Now.AddMinutes(-i), "Count", 1, 1, 1, 1));
        }

        Assert.InRange(metrics.Query(Metric, Now.AddYears(-1), Now.AddMinutes(1), TimeSpan.FromMinutes(1)).Count, 15 * 24 * 60, 100_000);
    }

    private static IReadOnlyList<Datapoint> Query(MetricStore metrics, TimeSpan period, DateTimeOffset? start = null) =>
        metrics.Query(Metric, start ?? Now.AddMinutes(-2).AddSeconds(-30), Now.AddHours(1), period);
}
