using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SesCompliance.Infra;

/// <summary>
/// The TXT values of the domain's own name. DNS has one record set per name and type, and a receiver that finds two SPF records takes none, so the
/// other values that the name has are listed (key apexSpf), and SES joins the SPF mechanisms among them in one record.
/// </summary>
/// <param name="Values">Each value whole, the SPF record first.</param>
public sealed partial record ApexTxt(ImmutableArray<string> Values)
{
    private const string Key = "apexSpf";
    private const string Ses = "include:amazonses.com";

    /// <summary>RFC 7208, section 4.6.4: terms that make a receiver look up more, in one evaluation.</summary>
    private const int MaximumLookups = 10;

    internal static ApexTxt? Read(SettingsReader read)
    {
        if (read.ListOrOff(Key, "a list of SPF mechanisms and TXT values to keep, or off") is not { } entries)
        {
            return null;
        }

        foreach (var entry in entries)
        {
            if (Flaw(entry) is { } flaw)
            {
                read.Refuse(Key, entry, flaw);
            }
        }

        List<string> mechanisms = [.. entries.Where(IsMechanism).Where(entry => !All().IsMatch(entry)).Prepend(Ses).Distinct()];
        string[] all = [.. entries.Where(entry => All().IsMatch(entry)).Distinct()];
        if (all.Length > 1)
        {
            read.Refuse(Key, string.Join(", ", all), "must name one 'all' at most");
        }

        if (mechanisms.Count(entry => Lookups().IsMatch(entry)) is > MaximumLookups and var lookups)
        {
            read.Refuse(Key, string.Join(", ", entries), $"must not need more than {MaximumLookups} DNS lookups with {Ses} among them, but needs {lookups}");
        }

        var spf = $"v=spf1 {string.Join(' ', mechanisms)} {all.FirstOrDefault("~all")}";
        return new ApexTxt([spf, .. entries.Where(entry => !IsMechanism(entry)).Distinct()]);
    }

    private static string? Flaw(string entry) => entry switch
    {
        _ when !Printable().IsMatch(entry) => "must be 1 to 2000 printable ASCII characters without quotation mark and backslash",
        _ when entry.StartsWith("v=spf1", StringComparison.OrdinalIgnoreCase) => "must be the record's mechanisms one by one, such as include:_spf.example.net: the stack writes the one SPF record",
        _ when entry.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase) => "must be an include: instead, since a redirect is not followed from a record with 'all'",
        "all" or "+all" => "must not let everybody send: use ~all or -all",
        _ => null,
    };

    private static bool IsMechanism(string entry) => Mechanisms().IsMatch(entry);

    [GeneratedRegex(@"^[ !#-\[\]-~]{1,2000}$")]
    private static partial Regex Printable();

    [GeneratedRegex(@"^[+?~-]?(all|(include|exists|ip4|ip6):\S+|(a|mx|ptr)([:/]\S+)?)$")]
    private static partial Regex Mechanisms();

    [GeneratedRegex("^[+?~-]?all$")]
    private static partial Regex All();

    [GeneratedRegex(@"^[+?~-]?(include:|exists:|(a|mx|ptr)([:/]|$))")]
    private static partial Regex Lookups();
}
