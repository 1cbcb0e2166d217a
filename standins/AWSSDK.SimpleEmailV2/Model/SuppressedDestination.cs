namespace Amazon.SimpleEmailV2.Model;

/// <summary>Why and since when an address is suppressed.</summary>
public partial class SuppressedDestination
{
    public string EmailAddress { get; set; }

    public SuppressionListReason Reason { get; set; }

    public DateTime? LastUpdateTime { get; set; }

    public SuppressedDestinationAttributes Attributes { get; set; }
}
