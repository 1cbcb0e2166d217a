namespace Amazon.SimpleEmailV2.Model;

/// <summary>From what confidence on SES suppresses an address that it doubts.</summary>
public partial class SuppressionConditionThreshold
{
    public FeatureStatus ConditionThresholdEnabled { get; set; }

    public SuppressionConfidenceThreshold OverallConfidenceThreshold { get; set; }
}
