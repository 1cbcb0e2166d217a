using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>A value of a metric, or several, or their statistics.</summary>
public partial class MetricDatum
{
    public string MetricName { get; set; }

    public List<Dimension> Dimensions { get; set; } = Collections.Initial<Dimension>();

    public DateTime? Timestamp { get; set; }

    public double? Value { get; set; }

    public StatisticSet StatisticValues { get; set; }

    public List<double> Values { get; set; } = Collections.Initial<double>();

    public List<double> Counts { get; set; } = Collections.Initial<double>();

    public StandardUnit Unit { get; set; }

    public int? StorageResolution { get; set; }
}
