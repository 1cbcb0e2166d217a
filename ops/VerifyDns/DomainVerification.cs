using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dkim;
using SesCompliance.Ops.VerifyDns.Dmarc;
using SesCompliance.Ops.VerifyDns.Dns;
using SesCompliance.Ops.VerifyDns.MailFrom;
using SesCompliance.Ops.VerifyDns.Ses;
using SesCompliance.Ops.VerifyDns.Spf;

namespace SesCompliance.Ops.VerifyDns;

/// <summary>Everything that SES, receivers and DMARC want of a domain's DNS, looked at once.</summary>
internal static class DomainVerification
{
    public static async Task<CheckReport> RunAsync(Resolver dns, Subject subject, SesView view, CancellationToken cancellationToken)
    {
        // The resolver asks each question once, so these are ready when their check comes; a server that is silent costs its timeout once, not once a question.
        Task[] ahead =
        [
            dns.TxtAsync(subject.Domain, cancellationToken),
            dns.TxtAsync($"_amazonses.{subject.Domain}", cancellationToken),
            .. subject.MailFrom is { } name ? new Task[] { dns.CnameAsync(name, cancellationToken), dns.MxAsync(name, cancellationToken), dns.TxtAsync(name, cancellationToken) } : [],
        ];
        var dkim = new DkimChecks(dns, subject).RunAsync(cancellationToken);
        var dmarc = new DmarcChecks(dns, subject).RunAsync(cancellationToken);
        var mailFrom = await new MailFromChecks(dns, subject).RunAsync(cancellationToken);
        var spf = await new SpfChecks(dns, "SPF", subject.Domain, WithoutSpf(subject, mailFrom)).RunAsync(cancellationToken);
        var ses = await new SesChecks(dns, subject, view).RunAsync(cancellationToken);
        await Task.WhenAll(ahead);
        return new CheckReport(subject.Domain, [.. await dkim, .. spf, .. mailFrom, .. await dmarc, .. ses]);
    }

    /// <summary>SPF is judged by the envelope sender's domain. Where that one is in order, the From domain's own record is for filters that ask for it all the same.</summary>
    private static (Verdict Verdict, string Why) WithoutSpf(Subject subject, IReadOnlyList<Check> mailFrom) =>
        subject.MailFrom is null ? (Verdict.Warn, "SPF is judged by the envelope sender's domain, which is amazonses.com here; but filters that look at the From address's domain find nothing that lets SES send.")
        : mailFrom.Any(check => check.Verdict == Verdict.Fail) ? (Verdict.Fail, $"Neither this domain nor its MAIL FROM domain {subject.MailFrom} lets SES send by SPF.")
        : (Verdict.Warn, $"SPF is judged by the MAIL FROM domain {subject.MailFrom}, so DMARC does not need this; but filters that look at the From address's domain find nothing that lets SES send.");
}
