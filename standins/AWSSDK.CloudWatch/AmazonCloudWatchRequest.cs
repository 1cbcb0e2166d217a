using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The base of requests to CloudWatch.</summary>
public partial class AmazonCloudWatchRequest : AmazonWebServiceRequest
{
}
