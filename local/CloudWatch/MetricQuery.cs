namespace SesCompliance.Local.CloudWatch;

/// <summary>A statistic of a metric.</summary>
/// <param name="Statistic">SampleCount, Average, Sum, Minimum, Maximum or a percentile (<c>p99</c>).</param>
/// <param name="Unit">Only samples of this unit; null: of any.</param>
public sealed record MetricStat(MetricId Metric, TimeSpan Period, string Statistic, string? Unit = null)
{
    public static readonly IReadOnlyList<string> Statistics = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];

    /// <exception cref="FormatException">Names the property and the rule that it breaks.</exception>
    public void Check()
    {
        if (Period < TimeSpan.FromMinutes(1) || Period.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            throw new FormatException($"Period {Period.TotalSeconds} must be a multiple of 60 seconds");
        }

        if (!Statistics.Contains(Statistic) && Datapoint.Percentile(Statistic) is null)
        {
            throw new FormatException($"Statistic '{Statistic}' must be one of {string.Join(", ", Statistics)} or a percentile (p99)");
        }
    }
}

/// <summary>One query of a metric-math alarm or of GetMetricData: a statistic or an expression over other queries' ids.</summary>
public sealed record MetricQuery(string Id)
{
    public MetricStat? Stat { get; init; }

    public string? Expression { get; init; }

    public string? Label { get; init; }

    public bool ReturnData { get; init; } = true;
}
