using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>The base of requests to SNS.</summary>
public partial class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest
{
}
