using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.VerifyDns.Dmarc;

/// <summary>How much the policy protects.</summary>
/// <param name="inherited">The record is the organization's, so that sp= is for this domain.</param>
internal sealed class DmarcPolicyCheck(string name, DmarcRecord record, bool inherited)
{
    private const string Title = "DMARC policy";

    public Check Judge()
    {
        var (tag, policy) = inherited && record.Tags["sp"] is not null ? ("sp", record.SubdomainPolicy) : ("p", record.Policy);
        if (policy is null)
        {
            return Warn($"no valid {tag}=", "Receivers take this for p=none at best: they do nothing about mail that fails.", "Choose p=quarantine or p=reject.", (tag, "quarantine"));
        }

        if (policy == "none")
        {
            var reports = record.ReportAddresses.Any(address => address is { Tag: "rua", Flaw: null })
                ? "Read the reports that rua= brings; once all your mail passes, choose quarantine, then reject."
                : "Add rua=mailto: and a mailbox of yours, so that reports show who sends in your name; once all your mail passes, choose quarantine, then reject.";
            return Warn($"{tag}=none", "Receivers let mail through that fails: the domain is watched, not protected.", reports, (tag, "quarantine"));
        }

        if (record.Percent < 100)
        {
            return Warn($"{tag}={policy}; pct={record.Percent}", $"The policy is for {record.Percent} % of the mail that fails, and RFC 9989 dropped pct=, so receivers differ.", "Take pct= out once the reports look right.", ("pct", null));
        }

        if (record.IsTest)
        {
            return Warn($"{tag}={policy}; t=y", "t=y says that the policy is only being tried out.", "Take t= out once the reports look right.", ("t", null));
        }

        return !inherited && record.SubdomainPolicy == "none"
            ? Warn($"{tag}={policy}; sp=none", "Anybody can write in the name of a subdomain, whether it exists or not.", "Take sp= out, so that p= is for subdomains, too.", ("sp", null))
            : new Check("DMARC", Title, Verdict.Pass, $"{tag}={policy}") { Why = "Receivers keep mail out that pretends to be the domain's." };
    }

    private Check Warn(string found, string why, string step, params (string Tag, string? Value)[] changes) => new("DMARC", Title, Verdict.Warn, found)
    {
        Why = why,
        ToDo = [step],
        Records = [DmarcAdvice.Mended(name, record, changes)],
    };
}
