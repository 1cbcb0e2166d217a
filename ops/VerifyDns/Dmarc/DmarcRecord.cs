using System.Globalization;
using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns.Dmarc;

/// <summary>A DMARC record (RFC 7489, section 6.3; tags np, psd and t are RFC 9989's).</summary>
internal sealed partial record DmarcRecord(string Text, TagList Tags)
{
    private static readonly string[] Policies = ["none", "quarantine", "reject"];
    private static readonly string[] Known = ["v", "p", "sp", "np", "psd", "t", "adkim", "aspf", "fo", "pct", "rf", "ri", "rua", "ruf"];

    public string? Policy => PolicyOf("p");

    public string? SubdomainPolicy => PolicyOf("sp");

    /// <summary>The share of failing mail that the policy is for, in percent.</summary>
    public int Percent => int.TryParse(Tags["pct"], NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : 100;

    public bool IsTest => "y".Equals(Tags["t"], StringComparison.OrdinalIgnoreCase);

    public bool StrictDkim => "s".Equals(Tags["adkim"], StringComparison.OrdinalIgnoreCase);

    public bool StrictSpf => "s".Equals(Tags["aspf"], StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ReportAddress> ReportAddresses => new[] { "rua", "ruf" }.SelectMany(tag => ReportAddress.List(tag, Tags[tag]));

    /// <summary>Whether receivers take the text for DMARC: v=DMARC1 is the first tag, in capitals.</summary>
    public static bool IsDmarc(string text) => Beginning().IsMatch(text);

    /// <summary>Meant as DMARC, but not taken for it.</summary>
    public static bool IsLookalike(string text) => !IsDmarc(text) && Similar().IsMatch(text);

    public static DmarcRecord Read(string text) => new(text, new TagList(text));

    /// <summary>What is malformed.</summary>
    public IEnumerable<string> Flaws()
    {
        foreach (var part in Tags.Broken)
        {
            yield return $"'{part}' is no tag: it has no '='";
        }

        foreach (var name in Tags.Repeated)
        {
            yield return $"{name}= stands there more than once";
        }

        foreach (var (name, value) in Tags.Tags)
        {
            if (Flaw(name, value) is { } flaw)
            {
                yield return $"{name}={value}: {flaw}";
            }
        }

        foreach (var address in ReportAddresses.Where(address => address.Flaw is not null))
        {
            yield return $"{address.Tag}={address.Text}: {address.Flaw}";
        }
    }

    /// <summary>Tags that receivers pass over.</summary>
    public IEnumerable<string> UnknownTags => Tags.Tags.Select(tag => tag.Name).Except(Known);

    private static string? Flaw(string name, string value) => name switch
    {
        "p" or "sp" or "np" when !Policies.Contains(value.ToLowerInvariant()) => "must be none, quarantine or reject",
        "adkim" or "aspf" when value.ToLowerInvariant() is not ("r" or "s") => "must be r (relaxed) or s (strict)",
        "pct" when !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100) => "must be a whole number from 0 to 100",
        "ri" when !uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "must be a whole number of seconds",
        "fo" when !value.Split(':').All(option => option.Trim().ToLowerInvariant() is "0" or "1" or "d" or "s") => "must be 0, 1, d or s, several divided by ':'",
        "rf" when !value.Split(':').All(format => format.Trim().Equals("afrf", StringComparison.OrdinalIgnoreCase)) => "must be afrf, the only format there is",
        "t" when value.ToLowerInvariant() is not ("y" or "n") => "must be y or n",
        "psd" when value.ToLowerInvariant() is not ("y" or "n" or "u") => "must be y, n or u",
        _ => null,
    };

    private string? PolicyOf(string tag) => Tags[tag]?.ToLowerInvariant() is { } policy && Policies.Contains(policy) ? policy : null;

    [GeneratedRegex(@"^[vV][ \t]*=[ \t]*DMARC1[ \t]*(;|$)")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^[\s""'“”]*(v\s*[=:]?\s*)?""?dmarc|^\s*p\s*=\s*(none|quarantine|reject)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Similar();
}
