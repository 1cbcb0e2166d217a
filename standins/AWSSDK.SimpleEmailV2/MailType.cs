using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>What an account mostly sends.</summary>
public class MailType : ConstantClass
{
    public static readonly MailType MARKETING = new("MARKETING");
    public static readonly MailType TRANSACTIONAL = new("TRANSACTIONAL");

    public MailType(string value)
        : base(value)
    {
    }

    public static implicit operator MailType(string value) => FindValue(value);

    public static MailType FindValue(string value) => FindValue<MailType>(value);
}
