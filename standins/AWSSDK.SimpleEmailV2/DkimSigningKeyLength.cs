using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>The length of a DKIM key.</summary>
public class DkimSigningKeyLength : ConstantClass
{
    public static readonly DkimSigningKeyLength RSA_1024_BIT = new("RSA_1024_BIT");
    public static readonly DkimSigningKeyLength RSA_2048_BIT = new("RSA_2048_BIT");

    public DkimSigningKeyLength(string value)
        : base(value)
    {
    }

    public static implicit operator DkimSigningKeyLength(string value) => FindValue(value);

    public static DkimSigningKeyLength FindValue(string value) => FindValue<DkimSigningKeyLength>(value);
}
