using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>One TXT record that receivers take for SPF.</summary>
internal sealed record SpfRecord(TxtValue Value, IReadOnlyList<SpfTerm> Terms)
{
    public const string Version = "v=spf1";

    public string Text => Value.Text;

    /// <summary>What counts: mechanisms after 'all' are never reached (RFC 7208, section 5.1).</summary>
    public IEnumerable<SpfTerm> Reached => Terms.Where(term => term.IsMechanism && term.Flaw is null).TakeUntilAll();

    public SpfTerm? All => Terms.FirstOrDefault(term => term.Kind == SpfTermKind.All);

    /// <summary>Null where 'all' makes receivers pass over it (section 6.1).</summary>
    public SpfTerm? Redirect => All is null ? Terms.FirstOrDefault(term => term is { Kind: SpfTermKind.Redirect, Flaw: null }) : null;

    /// <summary>Whether receivers take the text for an SPF record: the version whole, then a space or nothing (section 4.5).</summary>
    public static bool IsSpf(string text) =>
        text.StartsWith(Version, StringComparison.OrdinalIgnoreCase) && (text.Length == Version.Length || text[Version.Length] == ' ');

    /// <returns>Null where the value is not SPF.</returns>
    public static SpfRecord? Read(TxtValue value) => IsSpf(value.Text)
        ? new SpfRecord(value, [.. value.Text[Version.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SpfTermReader.Read)])
        : null;

    public static SpfRecord Read(string text) => Read(new TxtValue([text]))!;

    /// <summary>What makes receivers give the record up, one line each.</summary>
    public IEnumerable<string> Flaws()
    {
        foreach (var term in Terms.Where(term => term.Flaw is not null))
        {
            yield return $"{term.Text}: {term.Flaw}{(term.Meant is { Length: > 0 } meant ? $" (meant: {meant})" : "")}";
        }

        foreach (var kind in new[] { SpfTermKind.Redirect, SpfTermKind.Exp }.Where(kind => Terms.Count(term => term.Kind == kind) > 1))
        {
            yield return $"{kind.ToString().ToLowerInvariant()}= stands there more than once";
        }
    }
}

file static class TermSequence
{
    public static IEnumerable<SpfTerm> TakeUntilAll(this IEnumerable<SpfTerm> terms)
    {
        foreach (var term in terms)
        {
            yield return term;
            if (term.Kind == SpfTermKind.All)
            {
                yield break;
            }
        }
    }
}
