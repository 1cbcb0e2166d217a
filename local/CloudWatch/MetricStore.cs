using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>The account's metrics, kept for 15 days.</summary>
public sealed class MetricStore(TimeProvider time)
{
    private const int MostMetrics = 10_000;

    private readonly ConcurrentDictionary<MetricId, MetricSeries> metrics = new();

    public TimeProvider Time => time;

    /// <summary>Every metric with the moment of its newest sample.</summary>
    public IEnumerable<(MetricId Metric, DateTimeOffset LastAt)> Metrics =>
        metrics.Where(metric => metric.Value.LastAt > time.GetUtcNow() - MetricSeries.Retention).Select(metric => (metric.Key, metric.Value.LastAt));

    /// <summary>Publishes a value now; for the cloud's own services.</summary>
    /// <param name="unit">As CloudWatch names units, e.g. <c>Count</c>, <c>Milliseconds</c>.</param>
    public void Put(MetricId metric, double value, string unit = "Count") => Put(metric, Sample.Of(CutTo(time.GetUtcNow(), TimeSpan.FromMinutes(1)), unit, value));

    /// <exception cref="AwsException"><c>LimitExceededFault</c>: the account has too many metrics.</exception>
    public void Put(MetricId metric, Sample sample) => Series(metric).Add(sample, time.GetUtcNow());

    /// <summary>Publishes the level of something: within a minute the latest holds.</summary>
    /// <exception cref="AwsException"><c>LimitExceededFault</c>: the account has too many metrics.</exception>
    public void Replace(MetricId metric, Sample sample) => Series(metric).Replace(sample, time.GetUtcNow());

    /// <summary>
    /// The periods from a start (inclusive) to an end (exclusive) in which the metric has samples, in order; periods are counted from the start.
    /// Samples of different units are different data points.
    /// </summary>
    /// <param name="unit">Only samples of this unit; null: of any.</param>
    public IReadOnlyList<Datapoint> Query(MetricId metric, DateTimeOffset start, DateTimeOffset end, TimeSpan period, string? unit = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        return !metrics.TryGetValue(metric, out var series) ? [] :
        [
            .. series.Between(start, end)
                .Where(sample => unit is null || sample.Unit == unit)
                .GroupBy(sample => (At: start + (period * Math.Floor((sample.At - start) / period)), sample.Unit))
                .OrderBy(group => group.Key)
                .Select(group => new Datapoint(group.Key.At, group.Key.Unit, [.. group])),
        ];
    }

    internal static DateTimeOffset CutTo(DateTimeOffset at, TimeSpan resolution) => new(at.UtcTicks - (at.UtcTicks % resolution.Ticks), TimeSpan.Zero);

    private MetricSeries Series(MetricId metric)
    {
        if (!metrics.TryGetValue(metric, out var series))
        {
            if (metrics.Count >= MostMetrics)
            {
                throw new AwsException("LimitExceededFault", $"The embedded cloud keeps {MostMetrics} metrics at most");
            }

            series = metrics.GetOrAdd(metric, _ => new MetricSeries());
        }

        return series;
    }
}
