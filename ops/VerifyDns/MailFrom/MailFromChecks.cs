using System.Text.RegularExpressions;
using DnsClient.Protocol;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;
using SesCompliance.Ops.VerifyDns.Spf;

namespace SesCompliance.Ops.VerifyDns.MailFrom;

/// <summary>The envelope sender's domain: one MX to SES and an SPF record that lets SES send.</summary>
internal sealed partial class MailFromChecks(Resolver dns, Subject subject)
{
    private const string Group = "MAIL FROM";
    private const string Purpose = "SES uses the MAIL FROM domain only while it finds exactly one MX there, its own of this region; otherwise mail goes out from amazonses.com, and SPF does not count for DMARC.";
    private const string NoSpf = "SPF is judged by this name, and without SES in its record SPF fails for every mail.";

    private const ushort Preference = 10;

    private readonly string exchange = $"feedback-smtp.{subject.Region}.amazonses.com";

    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        if (subject.MailFrom is not { } name)
        {
            return
            [
                new Check(Group, "MAIL FROM domain", Verdict.Warn, "none: SES sends from amazonses.com")
                {
                    Why = "SPF passes for amazonses.com then, which is not the From address's domain: DMARC rests on DKIM alone.", ToDo = ["Give the identity a MAIL FROM domain (key mailFromSubdomain)."],
                },
            ];
        }

        if (Misplaced(name) is { } misplaced)
        {
            return [misplaced];
        }

        var alias = await dns.CnameAsync(name, cancellationToken);
        if (alias.Records.OfType<CNameRecord>().FirstOrDefault() is { } cname)
        {
            return
            [
                new Check(Group, "MAIL FROM domain", Verdict.Fail, $"CNAME {DomainName.Canonical(cname.CanonicalName.Value)}")
                {
                    Why = $"A name with a CNAME can have no other record (RFC 1034, section 3.6.2), so neither MX nor SPF of its own. {Purpose}",
                    ToDo = ["Delete the CNAME and create these records, or choose another MAIL FROM domain."],
                    Records = [Mx(name), SpfAdvice.Mended(name, [])],
                },
            ];
        }

        return [await MxAsync(name, cancellationToken), .. await new SpfChecks(dns, Group, name, (Verdict.Fail, NoSpf)).RunAsync(cancellationToken)];
    }

    private Check? Misplaced(string name) =>
        DomainName.Same(name, subject.Domain) ? new Check(Group, "MAIL FROM domain", Verdict.Fail, name)
        {
            Why = "The MAIL FROM domain may not be the domain that mail is sent from: its one MX takes bounces only.", ToDo = [$"Choose a subdomain, such as bounce.{subject.Domain}."],
        }
        : OrganizationalDomain.IsShared(name, subject.Domain) ? null : new Check(Group, "MAIL FROM domain", Verdict.Fail, name)
        {
            Why = $"SES takes a MAIL FROM domain only under the identity's own domain ({OrganizationalDomain.Of(subject.Domain)}).", ToDo = [$"Choose a subdomain, such as bounce.{subject.Domain}."],
        };

    private async Task<Check> MxAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await dns.MxAsync(name, cancellationToken);
        if (answer.IsUnanswered)
        {
            return new Check(Group, "MAIL FROM MX", Verdict.CouldNotAsk, answer.InWords) { ToDo = ["Ask again, or another name server with --nameserver."] };
        }

        var found = answer.Records.OfType<MxRecord>().Select(record => (record.Preference, Exchange: DomainName.Canonical(record.Exchange.Value))).ToList();
        var shown = string.Join(", ", found.Order().Select(record => $"{record.Preference} {(record.Exchange.Length == 0 ? "." : record.Exchange)}"));
        return found switch
        {
            [] => Fail(name, answer.InWords, [.. await ElsewhereAsync(name, cancellationToken), $"Create this record{(subject.MailFromIsAssumed ? " (or give the MAIL FROM domain that SES has with --mail-from, or --mail-from off)" : "")}."]),
            [_, _, ..] => Fail(name, shown, ["Delete all but this one; if the name takes other mail, choose another MAIL FROM domain."]),
            [var only] when only.Exchange != exchange => Fail(name, shown, [Misled(only.Exchange), "Replace the record."]),
            [{ Preference: not Preference }] => new Check(Group, "MAIL FROM MX", Verdict.Warn, shown)
            {
                Why = $"SES's documentation asks for preference {Preference}; to mail servers it makes no difference while there is a single MX.", ToDo = ["Replace the record."], Records = [Mx(name)],
            },
            _ => new Check(Group, "MAIL FROM MX", Verdict.Pass, shown) { Why = Purpose },
        };
    }

    private Check Fail(string name, string found, IReadOnlyList<string> toDo) => new(Group, "MAIL FROM MX", Verdict.Fail, found) { Why = Purpose, ToDo = toDo, Records = [Mx(name)] };

    private RecordToCreate Mx(string name) => new("MX", name, $"{Preference} {exchange}");

    private string Misled(string found) => found switch
    {
        _ when found == $"{exchange}.{subject.MailFrom}" || found == $"{exchange}.{subject.Domain}" => "The provider added the domain to the target: end the target with a dot.",
        _ when Feedback().Match(found) is { Success: true } match => $"This is SES's host of region {match.Groups["region"].Value}, but SES sends from {subject.Region} (if it does not, give --region {match.Groups["region"].Value}).",
        _ when found.StartsWith("inbound-smtp.", StringComparison.Ordinal) => "inbound-smtp is where SES receives mail; bounces go to feedback-smtp.",
        "" => "A null MX (RFC 7505) says that the name takes no mail, so bounces would be lost.",
        _ => "The name's mail goes to another host; if that is wanted, choose another MAIL FROM domain.",
    };

    /// <summary>Where such records end up by mistake.</summary>
    private async Task<IReadOnlyList<string>> ElsewhereAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var suffix in new[] { subject.Domain, OrganizationalDomain.Of(subject.Domain) }.Distinct())
        {
            var there = await dns.MxAsync($"{name}.{suffix}", cancellationToken);
            if (there.Records.OfType<MxRecord>().Any(record => Feedback().IsMatch(DomainName.Canonical(record.Exchange.Value))))
            {
                return [$"The record stands at {name}.{suffix}: the provider adds {suffix} to names by itself. Enter {name[..^(suffix.Length + 1)]} there."];
            }
        }

        return [];
    }

    [GeneratedRegex(@"^feedback-smtp\.(?<region>[a-z0-9-]+)\.amazonses\.com$")]
    private static partial Regex Feedback();
}
