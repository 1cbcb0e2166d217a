using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>A metric.</summary>
public partial class Metric
{
    public string Namespace { get; set; }

    public string MetricName { get; set; }

    public List<Dimension> Dimensions { get; set; } = Collections.Initial<Dimension>();
}
