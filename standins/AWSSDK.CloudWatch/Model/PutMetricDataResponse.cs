using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The values are taken.</summary>
public partial class PutMetricDataResponse : AmazonWebServiceResponse
{
}
