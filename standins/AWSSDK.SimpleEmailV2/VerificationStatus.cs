using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Whether an identity is verified.</summary>
public class VerificationStatus : ConstantClass
{
    public static readonly VerificationStatus PENDING = new("PENDING");
    public static readonly VerificationStatus SUCCESS = new("SUCCESS");
    public static readonly VerificationStatus FAILED = new("FAILED");
    public static readonly VerificationStatus TEMPORARY_FAILURE = new("TEMPORARY_FAILURE");
    public static readonly VerificationStatus NOT_STARTED = new("NOT_STARTED");

    public VerificationStatus(string value)
        : base(value)
    {
    }

    public static implicit operator VerificationStatus(string value) => FindValue(value);

    public static VerificationStatus FindValue(string value) => FindValue<VerificationStatus>(value);
}
