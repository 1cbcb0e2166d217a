namespace Amazon.SimpleEmailV2.Model;

/// <summary>The treatment of doubted addresses that overrides the account's.</summary>
public partial class SuppressionValidationOptions
{
    public SuppressionConditionThreshold ConditionThreshold { get; set; }
}
