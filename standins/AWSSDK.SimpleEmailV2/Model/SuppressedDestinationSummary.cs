namespace Amazon.SimpleEmailV2.Model;

/// <summary>An address of the list.</summary>
public partial class SuppressedDestinationSummary
{
    public string EmailAddress { get; set; }

    public SuppressionListReason Reason { get; set; }

    public DateTime? LastUpdateTime { get; set; }
}
