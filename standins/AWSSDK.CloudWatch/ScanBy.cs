using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Which values come first.</summary>
public class ScanBy : ConstantClass
{
    public static readonly ScanBy TimestampDescending = new("TimestampDescending");
    public static readonly ScanBy TimestampAscending = new("TimestampAscending");

    public ScanBy(string value)
        : base(value)
    {
    }

    public static implicit operator ScanBy(string value) => FindValue(value);

    public static ScanBy FindValue(string value) => FindValue<ScanBy>(value);
}
