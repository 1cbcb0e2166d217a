using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Whether a feature is on.</summary>
public class FeatureStatus : ConstantClass
{
    public static readonly FeatureStatus ENABLED = new("ENABLED");
    public static readonly FeatureStatus DISABLED = new("DISABLED");

    public FeatureStatus(string value)
        : base(value)
    {
    }

    public static implicit operator FeatureStatus(string value) => FindValue(value);

    public static FeatureStatus FindValue(string value) => FindValue<FeatureStatus>(value);
}
