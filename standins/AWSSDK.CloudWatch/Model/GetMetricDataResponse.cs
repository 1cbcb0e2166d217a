using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>The values of metrics and expressions. NextToken is null on the last page.</summary>
public partial class GetMetricDataResponse : AmazonWebServiceResponse
{
    public List<MetricDataResult> MetricDataResults { get; set; } = Collections.Initial<MetricDataResult>();

    public string NextToken { get; set; }

    public List<MessageData> Messages { get; set; } = Collections.Initial<MessageData>();
}
