namespace Amazon.SimpleEmailV2.Model;

/// <summary>How the account treats addresses that SES doubts.</summary>
public partial class SuppressionValidationAttributes
{
    public SuppressionConditionThreshold ConditionThreshold { get; set; }
}
