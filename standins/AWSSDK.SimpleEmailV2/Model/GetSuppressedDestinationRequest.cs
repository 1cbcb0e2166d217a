namespace Amazon.SimpleEmailV2.Model;

/// <summary>Asks about an address of the suppression list.</summary>
public partial class GetSuppressedDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailAddress { get; set; }
}
