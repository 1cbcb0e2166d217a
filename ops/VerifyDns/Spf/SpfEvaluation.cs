using DnsClient;
using DnsClient.Protocol;
using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>
/// Follows a record as the worst mail makes a receiver follow it: through every include, redirect, a, mx and exists, counted against the limits of RFC 7208, section 4.6.4.
/// amazonses.com itself is counted but not asked: AWS keeps that record, and it lists only addresses.
/// </summary>
internal sealed class SpfEvaluation(Resolver dns)
{
    public const string Ses = "amazonses.com";

    /// <summary>Nobody follows a record further that is over the limit already.</summary>
    private const int GiveUp = 40;

    private const int MaximumExchanges = 10;

    public async Task<SpfResult> RunAsync(string domain, SpfRecord record, CancellationToken cancellationToken)
    {
        var result = new SpfResult();
        await WalkAsync(result, new Place(domain, null, [DomainName.Canonical(domain)], Passes: true), record, cancellationToken);
        result.Costs.Sort((left, right) => right.Lookups.CompareTo(left.Lookups));
        return result;
    }

    private async Task WalkAsync(SpfResult result, Place place, SpfRecord record, CancellationToken cancellationToken)
    {
        if (!place.IsTop)
        {
            result.Errors.AddRange(record.Flaws().Select(flaw => $"{place.Way}: {flaw}"));
        }

        foreach (var term in record.Reached.Concat(record.Redirect is { } redirect ? [redirect] : []).Where(_ => result.Lookups < GiveUp))
        {
            var before = result.Lookups;
            await TermAsync(result, place, term, cancellationToken);
            if (place.IsTop && result.Lookups > before)
            {
                result.Costs.Add((term.Text, result.Lookups - before));
            }
        }

        if (place.Decides && record.All is { } all)
        {
            result.All = all;
        }
        else if (!place.Decides && place.Passes && record.All is { Qualifier: '+' })
        {
            result.OpenBy ??= place.Way;
        }
    }

    private async Task TermAsync(SpfResult result, Place place, SpfTerm term, CancellationToken cancellationToken)
    {
        if (place.Passes && term is { Qualifier: '+', Kind: SpfTermKind.Ip4 or SpfTermKind.Ip6 or SpfTermKind.A or SpfTermKind.Mx } && term.Text.EndsWith("/0", StringComparison.Ordinal))
        {
            result.OpenBy ??= place.Step(term);
        }

        if (!term.AsksDns)
        {
            return;
        }

        result.Lookups++;
        var name = term.Domain ?? place.Domain;
        switch (term.Kind)
        {
            case SpfTermKind.Include or SpfTermKind.Redirect when DomainName.Same(name, Ses):
                if (place.Passes && term.Qualifier == '+')
                {
                    result.SesBy ??= place.Step(term);
                }

                break;
            case SpfTermKind.Include or SpfTermKind.Redirect when !term.HasMacro:
                await IncludeAsync(result, place, term, name, cancellationToken);
                break;
            case SpfTermKind.A or SpfTermKind.Exists when !term.HasMacro:
                var addresses = await dns.AskAsync(name, QueryType.A, cancellationToken);
                NoteVoid(result, place, term, addresses.IsAbsent && term.Kind == SpfTermKind.A ? await dns.AskAsync(name, QueryType.AAAA, cancellationToken) : addresses);
                break;
            case SpfTermKind.Mx when !term.HasMacro:
                var exchanges = await dns.MxAsync(name, cancellationToken);
                NoteVoid(result, place, term, exchanges);
                if (exchanges.Records.OfType<MxRecord>().Count() is > MaximumExchanges and var count)
                {
                    result.Errors.Add($"{place.Step(term)}: {name} has {count} MX hosts; receivers give up after {MaximumExchanges}");
                }

                break;
        }
    }

    private async Task IncludeAsync(SpfResult result, Place place, SpfTerm term, string name, CancellationToken cancellationToken)
    {
        var way = place.Step(term);
        if (place.Visited.Contains(DomainName.Canonical(name)))
        {
            result.Errors.Add($"{way}: goes in a circle, back to {name}");
            return;
        }

        var answer = await dns.TxtAsync(name, cancellationToken);
        if (answer.IsUnanswered)
        {
            result.Unanswered.Add($"{way}: {answer.Trouble}");
            return;
        }

        SpfRecord[] records = [.. answer.Texts.Select(SpfRecord.Read).OfType<SpfRecord>()];
        if (records is [var record])
        {
            await WalkAsync(result, place.Into(term, name), record, cancellationToken);
        }
        else
        {
            result.Errors.Add(records.Length == 0 ? $"{way}: {name} has no SPF record{(answer.Outcome == DnsOutcome.NoName ? " (NXDOMAIN)" : "")}" : $"{way}: {name} has {records.Length} SPF records");
        }
    }

    private static void NoteVoid(SpfResult result, Place place, SpfTerm term, DnsAnswer answer)
    {
        if (answer.IsAbsent)
        {
            result.Voids.Add($"{place.Step(term)}: {answer.InWords}");
        }
        else if (answer.IsUnanswered)
        {
            result.Unanswered.Add($"{place.Step(term)}: {answer.Trouble}");
        }
    }

    /// <summary>Where the walk is.</summary>
    /// <param name="Way">The terms that led here; null at the record itself.</param>
    /// <param name="Passes">Whether a match here lets the sender pass at the top.</param>
    /// <param name="Decides">Whether this record's 'all' is the top's: so through redirects only.</param>
    private sealed record Place(string Domain, string? Way, IReadOnlyList<string> Visited, bool Passes, bool Decides = true)
    {
        public bool IsTop => Way is null;

        public string Step(SpfTerm term) => Way is null ? term.Text : $"{Way} → {term.Text}";

        public Place Into(SpfTerm term, string name) =>
            new(name, Step(term), [.. Visited, DomainName.Canonical(name)], Passes && term.Qualifier == '+', Decides && term.Kind == SpfTermKind.Redirect);
    }
}
