using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Why an address is suppressed.</summary>
public class SuppressionListReason : ConstantClass
{
    public static readonly SuppressionListReason BOUNCE = new("BOUNCE");
    public static readonly SuppressionListReason COMPLAINT = new("COMPLAINT");

    public SuppressionListReason(string value)
        : base(value)
    {
    }

    public static implicit operator SuppressionListReason(string value) => FindValue(value);

    public static SuppressionListReason FindValue(string value) => FindValue<SuppressionListReason>(value);
}
