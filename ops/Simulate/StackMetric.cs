using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace SesCompliance.Ops.Simulate;

/// <summary>A metric's sum since a time.</summary>
internal sealed record StackMetric(string Namespace, string Name, string Dimension, string DimensionValue)
{
    /// <summary>Seconds; CloudWatch's finest for metrics of ordinary resolution.</summary>
    private const int Period = 60;

    public static StackMetric OfFlow(Stack stack, string name) => new("DiscordBot/SES", name, "Environment", stack.Name);

    public static StackMetric OfHandler(Stack stack, string name) => new("AWS/Lambda", name, "FunctionName", stack.FeedbackHandler);

    /// <param name="since">By AWS's clock; the minute that it lies in counts as a whole.</param>
    /// <param name="until">By AWS's clock, and later than now.</param>
    /// <returns>Null where nothing was counted.</returns>
    public async Task<MetricSum?> SumAsync(IAmazonCloudWatch cloudWatch, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var statistics = await cloudWatch.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = Namespace,
                MetricName = Name,
                Dimensions = [new Dimension { Name = Dimension, Value = DimensionValue }],
                StartTime = since.UtcDateTime.AddTicks(-(since.UtcTicks % TimeSpan.TicksPerMinute)),
                EndTime = until.UtcDateTime,
                Period = Period,
                Statistics = ["Sum"],
            },
            cancellationToken);
        return statistics.Datapoints is { Count: > 0 } points ? new MetricSum(points.Sum(point => point.Sum ?? 0)) : null;
    }
}

internal sealed record MetricSum(double Value);
