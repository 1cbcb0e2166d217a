using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>TXT records that were meant as SPF, but that receivers don't take for it.</summary>
internal static partial class SpfLookalike
{
    /// <summary>What is wrong with the text; null where it is SPF, or something else altogether.</summary>
    public static string? Flaw(string text) => text switch
    {
        _ when SpfRecord.IsSpf(text) || !Similar().IsMatch(text) => null,
        _ when text.TrimStart() != text => "a space stands before v=spf1",
        _ when text[0] is '"' or '\'' or '“' or '”' => "quotation marks are part of the text: enter it without them",
        _ when text.StartsWith("v=spf1", StringComparison.OrdinalIgnoreCase) => $"a space must follow v=spf1, not '{text["v=spf1".Length]}'",
        _ when Regex.IsMatch(text, "spf2", RegexOptions.IgnoreCase) => "there is no SPF version 2 (spf2.0 was Sender ID, which nobody asks for any more)",
        _ => "it must begin with exactly v=spf1 and a space",
    };

    /// <summary>The record that was meant.</summary>
    public static SpfRecord Meant(string text) =>
        SpfRecord.Read($"{SpfRecord.Version} {Beginning().Replace(text.Trim().Trim('"', '\'', '“', '”'), "").TrimStart(';', ',', ':', ' ')}");

    [GeneratedRegex(@"^[\s""'“”]*(v\s*[=:]?\s*spf\s*[0-9]?|spf\s*[=:]?\s*(v=spf)?[12]|spf2\.0)", RegexOptions.IgnoreCase)]
    private static partial Regex Similar();

    [GeneratedRegex(@"^[\s""'“”]*(v\s*[=:]?\s*spf\s*[0-9]?(\.[0-9])?|spf\s*[=:]?\s*(v=spf)?[12](\.[0-9])?)(/(pra|mfrom)[,a-z]*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
