using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Dmarc;

/// <summary>Whether a mailbox outside the organization agrees to get the domain's reports (RFC 7489, section 7.1).</summary>
/// <param name="domain">The domain whose record asks for the reports.</param>
internal sealed class ReportAuthorization(Resolver dns, string domain)
{
    public async Task<IReadOnlyList<Check>> RunAsync(DmarcRecord record, CancellationToken cancellationToken) => await Task.WhenAll(record.ReportAddresses
        .Select(address => address.Host).OfType<string>().Where(host => !OrganizationalDomain.IsShared(host, domain)).Distinct()
        .Select(host => AskAsync(host, cancellationToken)));

    private async Task<Check> AskAsync(string host, CancellationToken cancellationToken)
    {
        var title = $"DMARC reports to {host}";
        const string why = "Receivers send reports to a mailbox at another domain only if that domain says that it wants them; otherwise the reports are dropped.";
        var name = $"{domain}._report._dmarc.{host}";
        var answer = await dns.TxtAsync(name, cancellationToken);
        if (answer.IsUnanswered)
        {
            return new Check("DMARC", title, Verdict.CouldNotAsk, answer.InWords) { Why = why };
        }

        return answer.Texts.FirstOrDefault(text => DmarcRecord.IsDmarc(text.Text)) is { } agreed
            ? new Check("DMARC", title, Verdict.Pass, $"\"{agreed.Text}\" at {name}") { Why = why }
            : new Check("DMARC", title, Verdict.Warn, answer.IsFound ? $"no DMARC record among the TXT records of {name}" : answer.InWords)
            {
                Why = why,
                ToDo = [$"Whoever keeps {host} creates this record; or choose a mailbox of your own domain."],
                Records = [new RecordToCreate("TXT", name, "v=DMARC1")],
            };
    }
}
