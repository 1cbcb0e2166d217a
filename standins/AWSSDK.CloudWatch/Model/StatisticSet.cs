namespace Amazon.CloudWatch.Model;

/// <summary>Values already aggregated.</summary>
public partial class StatisticSet
{
    public double? SampleCount { get; set; }

    public double? Sum { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }
}
