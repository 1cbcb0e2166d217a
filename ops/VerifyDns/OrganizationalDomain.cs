using System.Collections.Frozen;

namespace SesCompliance.Ops.VerifyDns;

/// <summary>
/// The domain that somebody registered, which DMARC's relaxed alignment and fallback go by (RFC 7489, section 3.2). The Public Suffix List is not embedded: a suffix is the last label,
/// or the last two where they are a country's code and one of the words below (<c>co.uk</c>, <c>com.au</c>). Suffixes of other forms (<c>kyoto.jp</c>, <c>github.io</c>) are
/// taken for somebody's domain.
/// </summary>
internal static class OrganizationalDomain
{
    private const int CountryCode = 2;

    private static readonly FrozenSet<string> SecondLevels = FrozenSet.ToFrozenSet(
    [
        "ac", "asn", "asso", "co", "com", "ed", "edu", "firm", "gen", "go", "gob", "gouv", "gov", "govt", "gv", "id", "ind", "info", "lg", "ltd", "me", "mil", "ne", "net", "nhs", "nic", "nom",
        "or", "org", "plc", "police", "presse", "res", "sch", "school", "web",
    ]);

    public static string Of(string domain)
    {
        var labels = DomainName.Canonical(domain).Split('.');
        var suffix = labels is [.., var second, { Length: CountryCode }] && labels.Length > 2 && SecondLevels.Contains(second) ? 2 : 1;
        return string.Join('.', labels[Math.Max(0, labels.Length - suffix - 1)..]);
    }

    public static bool IsShared(string left, string right) => Of(left) == Of(right);
}
