using DnsClient;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>The SPF record of one name.</summary>
/// <param name="lacking">What it means that the name doesn't let SES send, and how bad that is: <see cref="Verdict.Warn"/> where another name carries SPF.</param>
internal sealed class SpfChecks(Resolver dns, string group, string domain, (Verdict Verdict, string Why) lacking)
{
    private const string OneRecord = "Receivers take exactly one SPF record per name (RFC 7208, section 4.5); with any other number SPF does not pass.";
    private const string PermanentError = "A receiver that meets this gives the whole record up (permerror): SPF passes for no mail at all.";

    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        var answer = await dns.TxtAsync(domain, cancellationToken);
        if (answer.IsUnanswered)
        {
            return [new Check(group, "SPF record", Verdict.CouldNotAsk, answer.InWords) { ToDo = ["Ask again, or another name server with --nameserver."] }];
        }

        SpfRecord[] records = [.. answer.Texts.Select(SpfRecord.Read).OfType<SpfRecord>()];
        return records switch
        {
            [var record] => [.. await OneAsync(record, answer, cancellationToken)],
            [] => [await NoneAsync(answer, cancellationToken)],
            _ => [Several(records)],
        };
    }

    private async Task<Check> NoneAsync(DnsAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Texts.Select(value => (Value: value, Flaw: SpfLookalike.Flaw(value.Text))).FirstOrDefault(text => text.Flaw is not null) is { Flaw: { } flaw, Value: var value })
        {
            SpfRecord[] meant = [SpfSeams.Mended(value) is { } mended && SpfRecord.Read(mended) is { } whole ? whole : SpfLookalike.Meant(value.Text)];
            return new Check(group, "SPF record", Verdict.Fail, Quoted(value.Text))
            {
                Why = $"Receivers don't take it for SPF: {flaw}. {lacking.Why}",
                ToDo = ["Replace the record.", .. LeftOut(meant)],
                Records = [SpfAdvice.Mended(domain, meant)],
            };
        }

        var elsewhere = await ElsewhereAsync(cancellationToken);
        return new Check(group, "SPF record", lacking.Verdict, answer.IsFound ? $"none among the {answer.Records.Count} TXT records of {domain}" : answer.InWords)
        {
            Why = lacking.Why,
            ToDo = [.. elsewhere, answer.IsFound ? "Add this TXT record beside those that are there." : "Create this record."],
            Records = [SpfAdvice.Mended(domain, [])],
        };
    }

    /// <summary>Where such records end up by mistake.</summary>
    private async Task<IReadOnlyList<string>> ElsewhereAsync(CancellationToken cancellationToken)
    {
        var doubled = await dns.TxtAsync($"{domain}.{domain}", cancellationToken);
        if (doubled.Texts.Any(value => SpfRecord.IsSpf(value.Text)))
        {
            return [$"The record stands at {domain}.{domain}: the provider adds the domain to names by itself. Enter @ or nothing there."];
        }

        var retired = await dns.AskAsync(domain, (QueryType)99, cancellationToken);
        return retired.IsFound ? ["The record has the retired type SPF, which receivers don't ask for (RFC 7208, section 3.1): its type must be TXT."] : [];
    }

    private Check Several(SpfRecord[] records) => new(group, "SPF record", Verdict.Fail, string.Join("   ", records.Select(record => Quoted(record.Text))))
    {
        Why = $"{records.Length} records. {OneRecord}",
        ToDo = ["Delete them all and create the one that has what each of them has.", .. LeftOut(records)],
        Records = [SpfAdvice.Mended(domain, records)],
    };

    private async Task<IEnumerable<Check>> OneAsync(SpfRecord record, DnsAnswer answer, CancellationToken cancellationToken)
    {
        var result = await new SpfEvaluation(dns).RunAsync(domain, record, cancellationToken);
        var lookalikes = answer.Texts.Select(value => (value.Text, Flaw: SpfLookalike.Flaw(value.Text)))
            .Where(text => text.Flaw is not null && !text.Text.StartsWith("spf2.0", StringComparison.OrdinalIgnoreCase)).ToList();
        return
        [
            lookalikes is [var lookalike, ..]
                ? new Check(group, "SPF record", Verdict.Warn, Quoted(lookalike.Text)) { Why = $"Beside the record that counts stands one that receivers don't take for SPF: {lookalike.Flaw}.", ToDo = ["Delete it, or move what it lists into the other."], Records = [SpfAdvice.Mended(domain, [record, SpfLookalike.Meant(lookalike.Text)])] }
                : new Check(group, "SPF record", Verdict.Pass, Quoted(record.Text)) { Why = OneRecord },
            Syntax(record),
            AllowsSes(record, result),
            Limits(record, result),
            Others(record, result),
            .. new[] { Pointer(record, result), Size(answer), await RetiredTypeAsync(cancellationToken) }.OfType<Check>(),
        ];
    }

    private Check Syntax(SpfRecord record)
    {
        string[] flaws = [.. record.Flaws()];
        var seam = SpfSeams.Mended(record.Value) is not null;
        if (flaws.Length == 0 && !seam)
        {
            return new Check(group, "SPF syntax", Verdict.Pass, $"{record.Terms.Count} terms") { Why = PermanentError };
        }

        return new Check(group, "SPF syntax", Verdict.Fail, flaws.Length > 0 ? string.Join("; ", flaws) : "a space is missing between two of the record's strings")
        {
            Why = record.Terms.All(term => term.Flaw is null || term.Kind == SpfTermKind.UnknownModifier) && !seam
                ? "Receivers pass over words of the form name=value that they don't know, so what was meant has no effect."
                : seam ? $"The record is split into strings, and receivers join them without a space: end each string with one. {PermanentError}" : PermanentError,
            ToDo = ["Replace the record.", .. LeftOut([record])],
            Records = [SpfAdvice.Mended(domain, [record])],
        };
    }

    private Check AllowsSes(SpfRecord record, SpfResult result)
    {
        const string name = "SPF lets SES send";
        if (result.SesBy is { } way)
        {
            return new Check(group, name, Verdict.Pass, way) { Why = lacking.Why };
        }

        if (result.Unanswered.Count > 0)
        {
            return new Check(group, name, Verdict.CouldNotAsk, $"not by the record itself, and not all that it includes could be asked: {result.Unanswered[0]}") { Records = [SpfAdvice.Mended(domain, [record])] };
        }

        var late = record.Terms.Any(term => term.Kind == SpfTermKind.Include && term.Domain is { } included && DomainName.Same(included, SpfEvaluation.Ses));
        return new Check(group, name, lacking.Verdict, !late ? $"{SpfAdvice.IncludeSes} is missing" : record.Reached.Any(term => term.Domain is { } reached && DomainName.Same(reached, SpfEvaluation.Ses)) ? $"{SpfAdvice.IncludeSes} has a sign that lets nothing pass" : $"{SpfAdvice.IncludeSes} stands after 'all', where nobody gets")
        {
            Why = lacking.Why,
            ToDo = ["Replace the record; what it lists besides stays."],
            Records = [SpfAdvice.Mended(domain, [record])],
        };
    }

    private Check Limits(SpfRecord record, SpfResult result)
    {
        const string name = "SPF lookups";
        var found = $"{result.Lookups} of {SpfResult.MaximumLookups} lookups, {result.Voids.Count} of {SpfResult.MaximumVoids} empty";
        if (result.Errors.Count > 0)
        {
            return new Check(group, name, Verdict.Fail, string.Join("; ", result.Errors.Distinct()))
            {
                Why = PermanentError,
                ToDo = ["Take the term out, or have its owner mend what it leads to."],
                Records = [SpfAdvice.Mended(domain, [Without(record, result.Errors)], result.SesBy is not null && !result.SesBy.StartsWith(SpfAdvice.IncludeSes, StringComparison.OrdinalIgnoreCase))],
            };
        }

        if (result.IsOver)
        {
            return new Check(group, name, Verdict.Fail, found)
            {
                Why = $"Receivers stop at {SpfResult.MaximumLookups} lookups, counted through every include, redirect, a, mx, ptr and exists (RFC 7208, section 4.6.4). {PermanentError}",
                ToDo = [$"Take out what no longer sends, or write addresses as ip4: and ip6:, which cost nothing. The dearest: {string.Join(", ", result.Costs.Take(3).Select(cost => $"{cost.Term} ({cost.Lookups})"))}."],
            };
        }

        if (result.Voids.Count > SpfResult.MaximumVoids)
        {
            return new Check(group, name, Verdict.Fail, $"{found}: {string.Join("; ", result.Voids)}")
            {
                Why = $"Receivers stop after {SpfResult.MaximumVoids} lookups that find nothing (RFC 7208, section 4.6.4). {PermanentError}",
                ToDo = ["Take out the terms whose names are gone."],
                Records = [SpfAdvice.Mended(domain, [Without(record, result.Voids)], result.SesBy is not null && !result.SesBy.StartsWith(SpfAdvice.IncludeSes, StringComparison.OrdinalIgnoreCase))],
            };
        }

        return result.Unanswered.Count > 0
            ? new Check(group, name, Verdict.CouldNotAsk, string.Join("; ", result.Unanswered)) { Why = "What could not be asked can't be counted." }
            : new Check(group, name, Verdict.Pass, found) { Why = PermanentError };
    }

    private Check Others(SpfRecord record, SpfResult result)
    {
        const string name = "SPF for everybody else";
        if (result.OpenBy is { } open)
        {
            return new Check(group, name, Verdict.Fail, $"{open} lets everybody send") { Why = "SPF then passes for anybody's mail in this domain's name.", ToDo = ["Take that term out."] };
        }

        var all = result.All;
        if (all is { Qualifier: '+' })
        {
            return new Check(group, name, Verdict.Fail, all.Text)
            {
                Why = "+all lets everybody send: SPF passes for anybody's mail in this domain's name.", ToDo = ["End the record with ~all or -all."], Records = [SpfAdvice.Mended(domain, [record])],
            };
        }

        if (all is null && record.Redirect is not null)
        {
            return result.Unanswered.Count > 0 ? new Check(group, name, Verdict.CouldNotAsk, $"{record.Redirect.Text} could not be followed") : Neutral(record, $"{record.Redirect.Text} leads to a record without 'all'");
        }

        if (all is null or { Qualifier: '?' })
        {
            return Neutral(record, all is null ? "no 'all' at the end" : all.Text);
        }

        var ignored = record.All is null ? [] : record.Terms.SkipWhile(term => term != record.All).Skip(1).Where(term => term.IsMechanism).Concat(record.Terms.Where(term => term.Kind == SpfTermKind.Redirect)).Select(term => term.Text).ToList();
        return ignored.Count == 0
            ? new Check(group, name, Verdict.Pass, all.Text) { Why = "What the record doesn't list is not let through." }
            : new Check(group, name, Verdict.Warn, $"{string.Join(' ', ignored)} beside {all.Text}")
            {
                Why = "Receivers stop at 'all': mechanisms after it and redirect= beside it have no effect (RFC 7208, sections 5.1 and 6.1).",
                ToDo = ["Put 'all' last; take redirect= out, or write it as an include:."],
                Records = [SpfAdvice.Mended(domain, [record])],
            };
    }

    private Check Neutral(SpfRecord record, string found) => new(group, "SPF for everybody else", Verdict.Warn, found)
    {
        Why = "Mail from servers that the record doesn't list is neither passed nor failed: the record protects nobody.",
        ToDo = ["End the record with ~all, or with -all once every sender is listed."],
        Records = [SpfAdvice.Mended(domain, [record])],
    };

    private Check? Pointer(SpfRecord record, SpfResult result) => record.Reached.FirstOrDefault(term => term.Kind == SpfTermKind.Ptr) is not { } pointer ? null
        : new Check(group, "SPF without ptr", Verdict.Warn, pointer.Text)
        {
            Why = "ptr is slow and unreliable, and RFC 7208, section 5.5, says not to use it; some receivers skip it.",
            ToDo = ["List the hosts by ip4:, ip6: or a: instead."],
            Records = [SpfAdvice.Mended(domain, [record], result.SesBy is not null && !result.SesBy.StartsWith(SpfAdvice.IncludeSes, StringComparison.OrdinalIgnoreCase))],
        };

    private Check? Size(DnsAnswer answer)
    {
        // What fits into one UDP packet everywhere (DNS flag day 2020).
        const int payload = 1232;
        var bytes = answer.Texts.Sum(value => value.Strings.Sum(part => part.Length + 1) + 12) + domain.Length + 30;
        return bytes <= payload ? null : new Check(group, "SPF answer's size", Verdict.Warn, $"the TXT records of {domain} come to {bytes} bytes")
        {
            Why = $"An answer over {payload} bytes needs DNS over TCP, which some receivers' networks block (RFC 7208, section 3.4).", ToDo = ["Delete TXT records that nobody needs any more, such as old verification tokens."],
        };
    }

    private async Task<Check?> RetiredTypeAsync(CancellationToken cancellationToken)
    {
        var retired = await dns.AskAsync(domain, (QueryType)99, cancellationToken);
        return !retired.IsFound ? null : new Check(group, "SPF record type", Verdict.Warn, "a record of the retired type SPF stands beside the TXT record")
        {
            Why = "Receivers don't ask for type SPF (RFC 7208, section 3.1), and a second copy goes stale.", ToDo = ["Delete the record of type SPF."],
        };
    }

    private static SpfRecord Without(SpfRecord record, IReadOnlyList<string> ways) => record with
    {
        Terms = [.. record.Terms.Where(term => !ways.Any(way => way.StartsWith($"{term.Text}:", StringComparison.Ordinal) || way.StartsWith($"{term.Text} →", StringComparison.Ordinal)))],
        Value = new TxtValue([record.Text]),
    };

    private static IEnumerable<string> LeftOut(IReadOnlyList<SpfRecord> records) =>
        SpfAdvice.LeftOut(records).ToList() is { Count: > 0 } words ? [$"Not taken over, since nobody can read it: {string.Join(' ', words)}"] : [];

    private static string Quoted(string text) => $"\"{text}\"";
}
