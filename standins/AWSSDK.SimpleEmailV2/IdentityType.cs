using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>What an identity is.</summary>
public class IdentityType : ConstantClass
{
    public static readonly IdentityType EMAIL_ADDRESS = new("EMAIL_ADDRESS");
    public static readonly IdentityType DOMAIN = new("DOMAIN");
    public static readonly IdentityType MANAGED_DOMAIN = new("MANAGED_DOMAIN");

    public IdentityType(string value)
        : base(value)
    {
    }

    public static implicit operator IdentityType(string value) => FindValue(value);

    public static IdentityType FindValue(string value) => FindValue<IdentityType>(value);
}
