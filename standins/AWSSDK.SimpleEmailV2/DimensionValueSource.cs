using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>What gives a dimension its value.</summary>
public class DimensionValueSource : ConstantClass
{
    public static readonly DimensionValueSource MESSAGE_TAG = new("MESSAGE_TAG");
    public static readonly DimensionValueSource EMAIL_HEADER = new("EMAIL_HEADER");
    public static readonly DimensionValueSource LINK_TAG = new("LINK_TAG");

    public DimensionValueSource(string value)
        : base(value)
    {
    }

    public static implicit operator DimensionValueSource(string value) => FindValue(value);

    public static DimensionValueSource FindValue(string value) => FindValue<DimensionValueSource>(value);
}
