using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>The base of requests to SES.</summary>
public partial class AmazonSimpleEmailServiceV2Request : AmazonWebServiceRequest
{
}
