using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Whether the MX record of the MAIL FROM domain was found.</summary>
public class MailFromDomainStatus : ConstantClass
{
    public static readonly MailFromDomainStatus PENDING = new("PENDING");
    public static readonly MailFromDomainStatus SUCCESS = new("SUCCESS");
    public static readonly MailFromDomainStatus FAILED = new("FAILED");
    public static readonly MailFromDomainStatus TEMPORARY_FAILURE = new("TEMPORARY_FAILURE");

    public MailFromDomainStatus(string value)
        : base(value)
    {
    }

    public static implicit operator MailFromDomainStatus(string value) => FindValue(value);

    public static MailFromDomainStatus FindValue(string value) => FindValue<MailFromDomainStatus>(value);
}
