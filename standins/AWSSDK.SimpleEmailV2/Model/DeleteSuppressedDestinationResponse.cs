using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>The address is off the list.</summary>
public partial class DeleteSuppressedDestinationResponse : AmazonWebServiceResponse
{
}
