using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>The one record that a name should have: what stands there already and can be read, with SES among it.</summary>
internal static class SpfAdvice
{
    public const string IncludeSes = $"include:{SpfEvaluation.Ses}";

    /// <param name="records">What stands there, however many.</param>
    /// <param name="allowsSes">Whether SES is let in already, by an include that stays.</param>
    public static RecordToCreate Mended(string name, IEnumerable<SpfRecord> records, bool allowsSes = false)
    {
        List<SpfTerm> terms = [.. records.SelectMany(Readable)];
        var redirects = terms.Where(term => term.Kind == SpfTermKind.Redirect && !DomainName.Same(term.Domain!, name)).Take(1).ToList();
        var all = terms.FirstOrDefault(term => term.Kind == SpfTermKind.All);
        List<string> words = [.. terms.Where(term => term is { IsMechanism: true, Kind: not SpfTermKind.All and not SpfTermKind.Ptr } && !IsSes(term)).Select(term => term.Text)];
        var ses = terms.FirstOrDefault(term => IsSes(term) && term.Qualifier == '+');
        if (!allowsSes || ses is not null)
        {
            // Where SES stands already is where it stays; elsewhere it goes before 'all'.
            var place = ses is null ? words.Count : terms.TakeWhile(term => term != ses).Count(term => words.Contains(term.Text));
            words.Insert(Math.Min(place, words.Count), IncludeSes);
        }

        List<string> end = [.. terms.Where(term => term.Kind is SpfTermKind.Exp or SpfTermKind.UnknownModifier).Select(term => term.Text)];
        end.Insert(0, all is null && redirects is [var redirect] ? redirect.Text : all is { Qualifier: '-' or '~' } ? all.Text : "~all");
        return new RecordToCreate("TXT", name, ZoneText.Of(string.Join(' ', [SpfRecord.Version, .. words.Concat(end).Distinct(StringComparer.OrdinalIgnoreCase)])));
    }

    /// <summary>What no receiver could read, and so isn't in the mended record.</summary>
    public static IEnumerable<string> LeftOut(IEnumerable<SpfRecord> records) =>
        records.SelectMany(record => record.Terms).Where(term => term is { Flaw: not null, Meant: null }).Select(term => term.Text);

    private static IEnumerable<SpfTerm> Readable(SpfRecord record)
    {
        var source = SpfSeams.Mended(record.Value) is { } mended && SpfRecord.Read(mended) is { } whole ? whole : record;
        return source.Terms.SelectMany<SpfTerm, SpfTerm>(term => term switch
        {
            { Flaw: null } => [term],
            { Meant: { } meant } => meant.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SpfTermReader.Read),
            _ => [],
        });
    }

    private static bool IsSes(SpfTerm term) => term.Kind == SpfTermKind.Include && term.Domain is { } domain && DomainName.Same(domain, SpfEvaluation.Ses);
}
