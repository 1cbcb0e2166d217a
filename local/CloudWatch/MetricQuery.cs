namespace SesCompliance.Local.CloudWatch;

/// <summary>A statistic of a metric.</summary>
/// <param name="Statistic">SampleCount, Average, Sum, Minimum, Maximum or a percentile (<c>p99</c>).</param>
/// <param name="Unit">Only samples of this unit; null: of any.</param>
public sealed record MetricStat(MetricId Metric, TimeSpan Period, string Statistic, string? Unit = null);

/// <summary>One query of a metric-math alarm or of GetMetricData: a statistic or an expression over other queries' ids.</summary>
public sealed record MetricQuery(string Id)
{
    public MetricStat? Stat { get; init; }

    public string? Expression { get; init; }

    public string? Label { get; init; }

    public bool ReturnData { get; init; } = true;
}
