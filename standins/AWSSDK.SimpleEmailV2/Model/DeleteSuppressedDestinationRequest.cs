namespace Amazon.SimpleEmailV2.Model;

/// <summary>Takes an address off the suppression list.</summary>
public partial class DeleteSuppressedDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailAddress { get; set; }
}
