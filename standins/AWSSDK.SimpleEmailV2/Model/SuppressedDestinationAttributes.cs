namespace Amazon.SimpleEmailV2.Model;

/// <summary>The mail and the feedback that suppressed the address.</summary>
public partial class SuppressedDestinationAttributes
{
    public string MessageId { get; set; }

    public string FeedbackId { get; set; }
}
