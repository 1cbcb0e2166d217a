using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>Reads one word of an SPF record by the grammar of RFC 7208, section 12.</summary>
internal static partial class SpfTermReader
{
    private static readonly FrozenDictionary<string, SpfTermKind> Mechanisms = new Dictionary<string, SpfTermKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = SpfTermKind.All,
        ["include"] = SpfTermKind.Include,
        ["a"] = SpfTermKind.A,
        ["mx"] = SpfTermKind.Mx,
        ["ptr"] = SpfTermKind.Ptr,
        ["ip4"] = SpfTermKind.Ip4,
        ["ip6"] = SpfTermKind.Ip6,
        ["exists"] = SpfTermKind.Exists,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that are written where another is meant.</summary>
    private static readonly FrozenDictionary<string, string> Misnomers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["ip"] = "ip4",
        ["ipv4"] = "ip4",
        ["ipv6"] = "ip6",
        ["includes"] = "include",
        ["inlcude"] = "include",
        ["incude"] = "include",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static SpfTerm Read(string text)
    {
        var term = ReadAsIs(text);
        return term is { Flaw: not null, Meant: null } ? term with { Meant = SpfSlip.Meant(text) } : term;
    }

    /// <summary>Without a guess at what a broken word was meant to be.</summary>
    public static SpfTerm ReadAsIs(string text)
    {
        if (Modifier().Match(text) is { Success: true } modifier)
        {
            return Modifier(text, modifier.Groups["name"].Value, modifier.Groups["value"].Value);
        }

        var match = Mechanism().Match(text);
        var (qualifier, name, rest) = (match.Groups["qualifier"].Value, match.Groups["name"].Value, match.Groups["rest"].Value);
        if (!match.Success || !Mechanisms.TryGetValue(name, out var kind))
        {
            return new SpfTerm(text, SpfTermKind.Unknown) { Flaw = Unknown(text), Meant = Meant(qualifier, name, rest) };
        }

        return Mechanism(new SpfTerm(text, kind) { Qualifier = qualifier is [var sign] ? sign : '+' }, rest);
    }

    private static SpfTerm Mechanism(SpfTerm term, string rest) => term.Kind switch
    {
        SpfTermKind.All => rest.Length == 0 ? term : term with { Flaw = "'all' takes nothing after it", Meant = IsSign(term.Text[0]) ? term.Text[..4] : "all" },
        SpfTermKind.Ip4 => Address(term, rest, AddressFamily.InterNetwork, 32),
        SpfTermKind.Ip6 => Address(term, rest, AddressFamily.InterNetworkV6, 128),
        SpfTermKind.A or SpfTermKind.Mx => WithOptionalDomain(term, DualPrefix().Replace(rest, ""), DualPrefix().Match(rest)),
        SpfTermKind.Ptr => WithOptionalDomain(term, rest, Match.Empty),
        _ => rest is [':', .. var domain] ? WithDomain(term, domain) : term with { Flaw = $"'{term.Kind.ToString().ToLowerInvariant()}' needs ':' and a name after it, without a space" },
    };

    private static SpfTerm WithOptionalDomain(SpfTerm term, string rest, Match prefixes)
    {
        if (prefixes.Success && (TooLong(prefixes.Groups["v4"].Value, 32) || TooLong(prefixes.Groups["v6"].Value, 128)))
        {
            return term with { Flaw = $"the prefix length '{prefixes.Value}' must be 0 to 32 for IPv4 and 0 to 128 for IPv6, without a leading zero" };
        }

        return rest switch
        {
            "" => term,
            [':', .. var domain] => WithDomain(term, domain),
            _ => term with { Flaw = $"'{rest}' can't follow '{term.Text[..^rest.Length]}'" },
        };
    }

    private static SpfTerm WithDomain(SpfTerm term, string domain) => SpfDomain.Flaw(domain) is { } flaw
        ? term with { Flaw = flaw, Domain = domain, Meant = IPAddress.TryParse(domain.Split('/')[0], out var address) && term.Kind is SpfTermKind.Include or SpfTermKind.A ? $"{(address!.AddressFamily == AddressFamily.InterNetwork ? "ip4" : "ip6")}:{domain}" : null }
        : term with { Domain = domain.TrimEnd('.') };

    private static SpfTerm Modifier(string text, string name, string value) => name.ToLowerInvariant() switch
    {
        "redirect" => WithDomain(new SpfTerm(text, SpfTermKind.Redirect), value),
        "exp" => WithDomain(new SpfTerm(text, SpfTermKind.Exp), value),
        "v" => new SpfTerm(text, SpfTermKind.UnknownModifier) { Flaw = "a second 'v=' inside the record: two records were run together", Meant = "" },
        var other when Mechanisms.ContainsKey(other) => new SpfTerm(text, SpfTermKind.UnknownModifier) { Flaw = $"'{other}' is written with '=', so receivers pass over it", Meant = $"{other}:{value}" },
        _ => new SpfTerm(text, SpfTermKind.UnknownModifier) { Flaw = SpfDomain.MacroFlaw(value) },
    };

    private static SpfTerm Address(SpfTerm term, string rest, AddressFamily family, int bits)
    {
        var name = family == AddressFamily.InterNetwork ? "ip4" : "ip6";
        if (rest is not [':', .. var value])
        {
            return term with { Flaw = $"'{name}' needs ':' and an address after it, without a space" };
        }

        var (address, prefix) = value.Split('/', 2) is [var before, var after] ? (before, after) : (value, null);
        if (!IPAddress.TryParse(address, out var parsed) || !IsWhole(parsed, address))
        {
            return term with { Flaw = value.Contains(',', StringComparison.Ordinal) ? "terms are divided by spaces, not by commas" : $"'{address}' is no {(name == "ip4" ? "IPv4" : "IPv6")} address", Meant = Listed(name, value) };
        }

        return parsed.AddressFamily != family ? term with { Flaw = $"'{address}' is not an address of this kind", Meant = $"{(name == "ip4" ? "ip6" : "ip4")}:{value}" }
            : prefix is not null && (prefix.Length == 0 || TooLong(prefix, bits)) ? term with { Flaw = $"the prefix length '/{prefix}' must be 0 to {bits}, without a leading zero" }
            : term;
    }

    /// <summary>The parser takes shortened addresses and scopes, which SPF does not.</summary>
    private static bool IsWhole(IPAddress parsed, string text) =>
        parsed.AddressFamily == AddressFamily.InterNetwork ? DottedQuad().IsMatch(text) : !text.Contains('%', StringComparison.Ordinal) && !text.Contains('[', StringComparison.Ordinal);

    private static string? Listed(string name, string value)
    {
        var parts = value.Split(',', StringSplitOptions.RemoveEmptyEntries);
        string[] terms = [.. parts.Select(part => part.Contains(':', StringComparison.Ordinal) && name == "ip4" ? part : $"{name}:{part}")];
        return parts.Length > 1 && Array.TrueForAll(terms, term => ReadAsIs(term).Flaw is null) ? string.Join(' ', terms) : null;
    }

    private static string? Meant(string qualifier, string name, string rest)
    {
        var term = Misnomers.TryGetValue(name, out var right) ? $"{qualifier}{right}{rest}"
            : name.Equals("redirect", StringComparison.OrdinalIgnoreCase) && rest is [':', .. var target] ? $"redirect={target}"
            : null;
        return term is not null && ReadAsIs(term).Flaw is null ? term : null;
    }

    private static string Unknown(string text) => text switch
    {
        _ when text.Any(letter => letter > '~' || letter < ' ') => $"'{text}' has characters that are not ASCII",
        _ when text.Contains('"', StringComparison.Ordinal) || text.Contains('\'', StringComparison.Ordinal) => $"'{text}' has a quotation mark in it",
        _ when text.EndsWith(',') || text.EndsWith(';') => $"'{text}' ends with '{text[^1]}': terms are divided by spaces alone",
        _ => $"no receiver knows '{text}'",
    };

    private static bool TooLong(string prefix, int bits) => prefix.Length > 0 && (!int.TryParse(prefix, out var length) || length > bits || length < 0 || (prefix.Length > 1 && prefix[0] == '0') || !char.IsAsciiDigit(prefix[0]));

    private static bool IsSign(char letter) => letter is '+' or '-' or '~' or '?';

    [GeneratedRegex("^(?<name>[A-Za-z][A-Za-z0-9_.-]*)=(?<value>.*)$")]
    private static partial Regex Modifier();

    [GeneratedRegex("^(?<qualifier>[+?~-]?)(?<name>[A-Za-z][A-Za-z0-9_.-]*)(?<rest>([:/].*)?)$")]
    private static partial Regex Mechanism();

    [GeneratedRegex("(/(?<v4>[0-9]+))?(//(?<v6>[0-9]+))?$")]
    private static partial Regex DualPrefix();

    [GeneratedRegex(@"^((0|[1-9][0-9]{0,2})\.){3}(0|[1-9][0-9]{0,2})$")]
    private static partial Regex DottedQuad();
}
