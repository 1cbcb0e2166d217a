using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Dmarc;

/// <summary>The policy that receivers find for the domain, of its own or its organization's (RFC 7489, section 6.6.3), and whether SES's mail passes by it.</summary>
internal sealed class DmarcChecks(Resolver dns, Subject subject)
{
    private const string Group = "DMARC";
    private const string Purpose = "Without DMARC anybody can write in this domain's name, and the large mailbox providers ask bulk senders for it.";

    private readonly string ownName = $"_dmarc.{subject.Domain}";
    private readonly string organization = OrganizationalDomain.Of(subject.Domain);

    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        var own = await dns.TxtAsync(ownName, cancellationToken);
        if (own.IsUnanswered)
        {
            return [CouldNotAsk(own)];
        }

        switch (Records(own))
        {
            case [var record]:
                return await JudgeAsync(ownName, record, inherited: false, cancellationToken);
            case [_, _, ..] records:
                return [Several(ownName, records)];
        }

        if (own.Texts.FirstOrDefault(text => DmarcRecord.IsLookalike(text.Text)) is { } lookalike)
        {
            return [Lookalike(lookalike.Text)];
        }

        if (organization != subject.Domain)
        {
            var above = await dns.TxtAsync($"_dmarc.{organization}", cancellationToken);
            if (above.IsUnanswered)
            {
                return [CouldNotAsk(above)];
            }

            switch (Records(above))
            {
                case [var record]:
                    return await JudgeAsync($"_dmarc.{organization}", record, inherited: true, cancellationToken);
                case [_, _, ..] records:
                    return [Several($"_dmarc.{organization}", records)];
            }
        }

        return [await NoneAsync(own, cancellationToken)];
    }

    private static DmarcRecord[] Records(DnsAnswer answer) => [.. answer.Texts.Where(text => DmarcRecord.IsDmarc(text.Text)).Select(text => DmarcRecord.Read(text.Text))];

    private static Check CouldNotAsk(DnsAnswer answer) => new(Group, "DMARC record", Verdict.CouldNotAsk, answer.InWords) { ToDo = ["Ask again, or another name server with --nameserver."] };

    private static Check Several(string name, DmarcRecord[] records) => new(Group, "DMARC record", Verdict.Fail, string.Join("   ", records.Select(record => $"\"{record.Text}\"")))
    {
        Why = $"{records.Length} records: receivers then take none of them (RFC 7489, section 6.6.3). {Purpose}",
        ToDo = ["Delete all but one."],
        Records = [DmarcAdvice.Mended(name, records[0])],
    };

    private Check Lookalike(string text)
    {
        var bare = text.Trim().Trim('"', '\'', '“', '”');
        var value = bare.IndexOfAny([';', ' ']) is >= 0 and var end && bare.Contains("dmarc", StringComparison.OrdinalIgnoreCase) && !bare.StartsWith("p=", StringComparison.OrdinalIgnoreCase) ? bare[end..] : bare;
        return new Check(Group, "DMARC record", Verdict.Fail, $"\"{text}\"")
        {
            Why = $"Receivers don't take it for DMARC: the record must begin with exactly v=DMARC1 (in capitals, without quotation marks or a space before it), and ';' must follow. {Purpose}",
            ToDo = ["Replace the record."],
            Records = [DmarcAdvice.Mended(ownName, DmarcRecord.Read($"v=DMARC1; {value.TrimStart(';', ' ', ',')}"))],
        };
    }

    private async Task<Check> NoneAsync(DnsAnswer own, CancellationToken cancellationToken)
    {
        var found = own.IsFound ? $"none among the {own.Records.Count} TXT records of {ownName}" : own.InWords;
        return new Check(Group, "DMARC record", Verdict.Fail, organization == subject.Domain ? found : $"{found}, and none at _dmarc.{organization}")
        {
            Why = Purpose,
            ToDo = [.. await ElsewhereAsync(cancellationToken), "Create this record; add rua=mailto: and a mailbox of yours to get receivers' reports."],
            Records = [DmarcAdvice.New(ownName)],
        };
    }

    /// <summary>Where such records end up by mistake.</summary>
    private async Task<IReadOnlyList<string>> ElsewhereAsync(CancellationToken cancellationToken)
    {
        (string Name, string Hint)[] places =
        [
            ($"{ownName}.{subject.Domain}", $"The record stands at {ownName}.{subject.Domain}: the provider adds the domain to names by itself. Enter _dmarc there."),
            (subject.Domain, $"The record stands at {subject.Domain} itself, where nobody asks for it: its name must be {ownName}."),
            ($"dmarc.{subject.Domain}", $"The record stands at dmarc.{subject.Domain}: the underscore is missing in its name."),
        ];
        foreach (var (name, hint) in places)
        {
            if ((await dns.TxtAsync(name, cancellationToken)).Texts.Any(text => DmarcRecord.IsDmarc(text.Text)))
            {
                return [hint];
            }
        }

        return [];
    }

    private async Task<IReadOnlyList<Check>> JudgeAsync(string name, DmarcRecord record, bool inherited, CancellationToken cancellationToken) =>
    [
        new Check(Group, "DMARC record", Verdict.Pass, $"\"{record.Text}\"{(inherited ? $" of {name}: {subject.Domain} has none of its own" : "")}") { Why = Purpose },
        Syntax(name, record),
        new DmarcPolicyCheck(name, record, inherited).Judge(),
        .. await new ReportAuthorization(dns, name["_dmarc.".Length..]).RunAsync(record, cancellationToken),
        Alignment(name, record),
    ];

    private static Check Syntax(string name, DmarcRecord record)
    {
        string[] flaws = [.. record.Flaws()];
        if (record.Tags["p"] is null)
        {
            flaws = ["p= is missing", .. flaws];
        }

        string[] unknown = [.. record.UnknownTags];
        return flaws.Length > 0
            ? new Check(Group, "DMARC syntax", Verdict.Fail, string.Join("; ", flaws))
            {
                Why = "Receivers pass over what they can't read, or over the whole record; without a valid p= there is no policy.", ToDo = ["Replace the record."], Records = [DmarcAdvice.Mended(name, record)],
            }
            : unknown.Length > 0 ? new Check(Group, "DMARC syntax", Verdict.Warn, $"no such tags: {string.Join(", ", unknown)}")
            {
                Why = "Receivers pass over tags that they don't know; what was meant has no effect.", ToDo = ["Correct them, or take them out."], Records = [DmarcAdvice.Mended(name, record)],
            }
            : new Check(Group, "DMARC syntax", Verdict.Pass, $"{record.Tags.Tags.Count} tags") { Why = "Receivers pass over what they can't read." };
    }

    /// <summary>SES signs with d= the identity's domain, and the envelope sender is of the MAIL FROM domain (RFC 7489, section 3.1).</summary>
    private Check Alignment(string name, DmarcRecord record)
    {
        const string title = "DMARC alignment";
        const string why = "DMARC passes by DKIM or by SPF, whichever is of the From address's domain. With both, a forwarded mail or a lost signature still passes.";
        if (subject.MailFrom is not { } mailFrom)
        {
            return new Check(Group, title, Verdict.Warn, $"DKIM (d={subject.Domain}) aligned; SPF is for amazonses.com, so not aligned") { Why = why, ToDo = ["Give the identity a MAIL FROM domain (key mailFromSubdomain)."] };
        }

        var aligned = record.StrictSpf ? DomainName.Same(mailFrom, subject.Domain) : OrganizationalDomain.IsShared(mailFrom, subject.Domain);
        return aligned
            ? new Check(Group, title, Verdict.Pass, $"DKIM (d={subject.Domain}) and SPF (MAIL FROM {mailFrom}) aligned") { Why = why }
            : new Check(Group, title, Verdict.Warn, $"DKIM (d={subject.Domain}) aligned; SPF (MAIL FROM {mailFrom}) not{(record.StrictSpf ? ", because of aspf=s" : "")}")
            {
                Why = why,
                ToDo = [record.StrictSpf ? "A MAIL FROM domain is never the From domain itself, so only relaxed alignment (aspf=r, the default) lets SPF count." : $"Choose a MAIL FROM domain under {organization}."],
                Records = record.StrictSpf ? [DmarcAdvice.Mended(name, record, ("aspf", null))] : null,
            };
    }
}
