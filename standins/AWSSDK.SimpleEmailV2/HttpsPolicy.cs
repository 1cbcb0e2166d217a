using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Which tracking links use HTTPS.</summary>
public class HttpsPolicy : ConstantClass
{
    public static readonly HttpsPolicy REQUIRE = new("REQUIRE");
    public static readonly HttpsPolicy REQUIRE_OPEN_ONLY = new("REQUIRE_OPEN_ONLY");
    public static readonly HttpsPolicy OPTIONAL = new("OPTIONAL");

    public HttpsPolicy(string value)
        : base(value)
    {
    }

    public static implicit operator HttpsPolicy(string value) => FindValue(value);

    public static HttpsPolicy FindValue(string value) => FindValue<HttpsPolicy>(value);
}
