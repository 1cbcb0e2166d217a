using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>The address is on the list.</summary>
public partial class PutSuppressedDestinationResponse : AmazonWebServiceResponse
{
}
