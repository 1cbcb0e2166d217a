using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>The statistics of one period.</summary>
public partial class Datapoint
{
    public DateTime? Timestamp { get; set; }

    public double? SampleCount { get; set; }

    public double? Average { get; set; }

    public double? Sum { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public StandardUnit Unit { get; set; }

    public Dictionary<string, double> ExtendedStatistics { get; set; } = Collections.InitialMap<double>();
}
