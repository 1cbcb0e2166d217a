using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns.Dmarc;

/// <summary>Where receivers send reports: <c>mailto:dmarc@example.com</c>, with a limit such as <c>!10m</c> where one is wanted (RFC 7489, section 6.2).</summary>
/// <param name="Tag">rua or ruf.</param>
/// <param name="Host">The mailbox's domain; null where the address is flawed.</param>
internal sealed partial record ReportAddress(string Tag, string Text, string? Host, string? Flaw)
{
    public static IEnumerable<ReportAddress> List(string tag, string? value) => value is null ? [] : value.Split(',').Select(part => Read(tag, part.Trim()));

    private static ReportAddress Read(string tag, string text)
    {
        if (Mailto().Match(text) is { Success: true } match && DomainName.Flaw(match.Groups["host"].Value) is null)
        {
            return new ReportAddress(tag, text, DomainName.Canonical(match.Groups["host"].Value), null);
        }

        var flaw = text switch
        {
            "" => "an address is missing",
            _ when Bare().IsMatch(text) => $"must be mailto:{text}",
            _ when text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && text.Contains('!', StringComparison.Ordinal) => "after '!' stands a size such as 10m",
            _ when text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) => "is no mail address (several are divided by commas)",
            _ => "only mailto: is known to every receiver",
        };
        return new ReportAddress(tag, text, null, flaw);
    }

    [GeneratedRegex(@"^mailto:[^\s@,;!]+@(?<host>[a-z0-9_-]+(\.[a-z0-9_-]+)+)(![0-9]+[kmgt]?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Mailto();

    [GeneratedRegex(@"^[^\s@,;!:]+@[a-z0-9_.-]+(![0-9]+[kmgt]?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();
}
