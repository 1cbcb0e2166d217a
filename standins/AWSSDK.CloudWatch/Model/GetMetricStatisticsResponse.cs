using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>A metric's statistics, in no order.</summary>
public partial class GetMetricStatisticsResponse : AmazonWebServiceResponse
{
    public string Label { get; set; }

    public List<Datapoint> Datapoints { get; set; } = Collections.Initial<Datapoint>();
}
