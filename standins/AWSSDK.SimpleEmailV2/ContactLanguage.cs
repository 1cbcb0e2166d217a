using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>The language that AWS writes in.</summary>
public class ContactLanguage : ConstantClass
{
    public static readonly ContactLanguage EN = new("EN");
    public static readonly ContactLanguage JA = new("JA");

    public ContactLanguage(string value)
        : base(value)
    {
    }

    public static implicit operator ContactLanguage(string value) => FindValue(value);

    public static ContactLanguage FindValue(string value) => FindValue<ContactLanguage>(value);
}
