using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>Values to publish in a namespace.</summary>
public partial class PutMetricDataRequest : AmazonCloudWatchRequest
{
    public string Namespace { get; set; }

    public List<MetricDatum> MetricData { get; set; } = Collections.Initial<MetricDatum>();
}
