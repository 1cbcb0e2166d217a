using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Whether the DKIM records were found in the DNS.</summary>
public class DkimStatus : ConstantClass
{
    public static readonly DkimStatus PENDING = new("PENDING");
    public static readonly DkimStatus SUCCESS = new("SUCCESS");
    public static readonly DkimStatus FAILED = new("FAILED");
    public static readonly DkimStatus TEMPORARY_FAILURE = new("TEMPORARY_FAILURE");
    public static readonly DkimStatus NOT_STARTED = new("NOT_STARTED");

    public DkimStatus(string value)
        : base(value)
    {
    }

    public static implicit operator DkimStatus(string value) => FindValue(value);

    public static DkimStatus FindValue(string value) => FindValue<DkimStatus>(value);
}
