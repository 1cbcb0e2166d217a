using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>Statistics of a metric over a time; Period in seconds.</summary>
public partial class GetMetricStatisticsRequest : AmazonCloudWatchRequest
{
    public string Namespace { get; set; }

    public string MetricName { get; set; }

    public List<Dimension> Dimensions { get; set; } = Collections.Initial<Dimension>();

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public int? Period { get; set; }

    public List<string> Statistics { get; set; } = Collections.Initial<string>();

    public List<string> ExtendedStatistics { get; set; } = Collections.Initial<string>();

    public StandardUnit Unit { get; set; }
}
