using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Whether mail may go without TLS.</summary>
public class TlsPolicy : ConstantClass
{
    public static readonly TlsPolicy REQUIRE = new("REQUIRE");
    public static readonly TlsPolicy OPTIONAL = new("OPTIONAL");

    public TlsPolicy(string value)
        : base(value)
    {
    }

    public static implicit operator TlsPolicy(string value) => FindValue(value);

    public static TlsPolicy FindValue(string value) => FindValue<TlsPolicy>(value);
}
