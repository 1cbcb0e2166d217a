using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>An address of the suppression list.</summary>
public partial class GetSuppressedDestinationResponse : AmazonWebServiceResponse
{
    public SuppressedDestination SuppressedDestination { get; set; }
}
