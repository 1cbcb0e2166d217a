using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>A name in an SPF record, which may have macros (RFC 7208, section 7).</summary>
internal static partial class SpfDomain
{
    /// <summary>Why receivers can't use the name, or null.</summary>
    public static string? Flaw(string domain)
    {
        if (domain.Length == 0)
        {
            return "a name is missing (no space may follow ':' or '=')";
        }

        if (MacroFlaw(domain) is { } flaw)
        {
            return flaw;
        }

        var literal = Macro().Replace(domain, "");
        return literal switch
        {
            _ when !Literal().IsMatch(literal) => $"'{domain}' is no host's name: '{literal.First(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))}' can't be in one",
            _ when EndsInMacro().IsMatch(domain) => null,
            _ when !TopLabel().IsMatch(domain) => $"'{domain}' is no whole name: it must have a dot, and must not end with a number",
            _ when HyphenatedTop().IsMatch(domain) => $"'{domain}' ends with no top-level domain",
            _ when literal.Length == domain.Length && DomainName.Flaw(domain.TrimEnd('.')) is { } unusable => $"'{domain}' {unusable}",
            _ => null,
        };
    }

    public static string? MacroFlaw(string text)
    {
        var without = Macro().Replace(text, "");
        return without.Contains('%', StringComparison.Ordinal) ? $"'{text}' has a '%' that begins no macro"
            : without.Any(letter => letter is < '!' or > '~') ? $"'{text}' has characters that are not printable ASCII"
            : null;
    }

    [GeneratedRegex("%%|%_|%-|%\\{[slodiphv][0-9]*r?[.+,/_=-]*\\}", RegexOptions.IgnoreCase)]
    private static partial Regex Macro();

    [GeneratedRegex("^[A-Za-z0-9._-]*$")]
    private static partial Regex Literal();

    [GeneratedRegex("\\}$|%[%_-]$")]
    private static partial Regex EndsInMacro();

    /// <summary>Only an IDN's top-level domain has hyphens; <c>com-all</c> is a lost space.</summary>
    [GeneratedRegex(@"\.(?!xn--)[a-z0-9]+-[a-z0-9-]*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex HyphenatedTop();

    [GeneratedRegex(@"\.(?=[A-Za-z0-9-]*[A-Za-z-])[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.?$")]
    private static partial Regex TopLabel();
}
