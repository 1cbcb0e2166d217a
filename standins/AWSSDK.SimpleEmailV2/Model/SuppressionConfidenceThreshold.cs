namespace Amazon.SimpleEmailV2.Model;

/// <summary>The confidence that is asked of an address.</summary>
public partial class SuppressionConfidenceThreshold
{
    public SuppressionConfidenceVerdictThreshold ConfidenceVerdictThreshold { get; set; }
}
