using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>Asks for the values of metrics and expressions.</summary>
public partial class GetMetricDataRequest : AmazonCloudWatchRequest
{
    public List<MetricDataQuery> MetricDataQueries { get; set; } = Collections.Initial<MetricDataQuery>();

    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    public string NextToken { get; set; }

    public ScanBy ScanBy { get; set; }

    public int? MaxDatapoints { get; set; }

    public LabelOptions LabelOptions { get; set; }
}
