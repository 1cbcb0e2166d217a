namespace Amazon.SimpleEmailV2.Model;

/// <summary>Puts an address on the suppression list, or changes its reason.</summary>
public partial class PutSuppressedDestinationRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailAddress { get; set; }

    public SuppressionListReason Reason { get; set; }
}
