using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>How sure SES must be of an address.</summary>
public class SuppressionConfidenceVerdictThreshold : ConstantClass
{
    public static readonly SuppressionConfidenceVerdictThreshold MEDIUM = new("MEDIUM");
    public static readonly SuppressionConfidenceVerdictThreshold HIGH = new("HIGH");
    public static readonly SuppressionConfidenceVerdictThreshold MANAGED = new("MANAGED");

    public SuppressionConfidenceVerdictThreshold(string value)
        : base(value)
    {
    }

    public static implicit operator SuppressionConfidenceVerdictThreshold(string value) => FindValue(value);

    public static SuppressionConfidenceVerdictThreshold FindValue(string value) => FindValue<SuppressionConfidenceVerdictThreshold>(value);
}
