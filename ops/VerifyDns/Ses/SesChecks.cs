using Amazon.SimpleEmailV2;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Ses;

/// <summary>SES's own view of the identity, which it renews from DNS by itself, and the verification record of former days.</summary>
internal sealed class SesChecks(Resolver dns, Subject subject, SesView view)
{
    private const string Group = "SES";
    private const string Delay = "SES looks again by itself; after DNS is mended that can take up to 72 hours.";

    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken) =>
        [.. OfIdentity(), .. await FormerTokenAsync(cancellationToken)];

    private IEnumerable<Check> OfIdentity() => view.Word switch
    {
        SesWord.NotAsked => [],
        SesWord.Unanswered => [new Check(Group, "SES identity", Verdict.CouldNotAsk, view.Trouble!) { Why = "Only SES knows whether it has verified the domain." }],
        SesWord.NoIdentity =>
        [
            new Check(Group, "SES identity", Verdict.Fail, $"this account has no identity {subject.Domain} in {subject.Region}")
            {
                Why = "SES sends only from identities that it has verified.", ToDo = ["Deploy the stack that creates the identity, or ask in the right account and region (--region)."],
            },
        ],
        _ => [Verified(), Signing(), .. MailFrom()],
    };

    private Check Verified()
    {
        var identity = view.Identity!;
        return identity.VerifiedForSendingStatus == true
            ? new Check(Group, "SES identity", Verdict.Pass, "verified for sending") { Why = "SES sends only from identities that it has verified." }
            : new Check(Group, "SES identity", Verdict.Fail, $"not verified for sending{(identity.VerificationStatus is { } status ? $" ({status.Value}{(identity.VerificationInfo?.ErrorType is { } error ? $", {error.Value}" : "")})" : "")}")
            {
                Why = "SES refuses every mail from the domain.", ToDo = ["Mend the DKIM records above.", Delay],
            };
    }

    private Check Signing()
    {
        var dkim = view.Identity!.DkimAttributes;
        var status = dkim?.Status;
        return status switch
        {
            _ when dkim?.SigningEnabled == false => new Check(Group, "SES DKIM", Verdict.Fail, "signing is turned off")
            {
                Why = "Mail goes out unsigned.", ToDo = [$"aws sesv2 put-email-identity-dkim-attributes --email-identity {subject.Domain} --signing-enabled"],
            },
            _ when status == DkimStatus.SUCCESS => new Check(Group, "SES DKIM", Verdict.Pass, $"{status.Value}{(dkim!.CurrentSigningKeyLength is { } length ? $", {length.Value}" : "")}") { Why = "SES signs mail only with keys that it found in DNS." },
            _ when status == DkimStatus.TEMPORARY_FAILURE => new Check(Group, "SES DKIM", Verdict.Warn, status.Value)
            {
                Why = "SES found the keys before, but not when it last looked; if that lasts, it stops signing.", ToDo = ["Mend the DKIM records above.", Delay],
            },
            _ when status == DkimStatus.PENDING => new Check(Group, "SES DKIM", Verdict.Warn, status.Value) { Why = "SES has not found all three CNAMEs yet.", ToDo = [Delay] },
            _ => new Check(Group, "SES DKIM", Verdict.Fail, status?.Value ?? "no status") { Why = "SES does not sign mail with this domain's keys.", ToDo = ["Mend the DKIM records above, then turn DKIM off and on again for the identity."] },
        };
    }

    private IEnumerable<Check> MailFrom()
    {
        if (view.Identity!.MailFromAttributes is not { MailFromDomain: { Length: > 0 } domain } mailFrom)
        {
            return [];
        }

        var status = mailFrom.MailFromDomainStatus;
        var found = $"{domain}: {status?.Value ?? "no status"}";
        if (!DomainName.Same(domain, subject.MailFrom ?? domain))
        {
            return [new Check(Group, "SES MAIL FROM", Verdict.Fail, found) { Why = $"SES uses another MAIL FROM domain than {subject.MailFrom}.", ToDo = ["Leave --mail-from out, or set the domain with SES."] }];
        }

        var rejects = mailFrom.BehaviorOnMxFailure == BehaviorOnMxFailure.REJECT_MESSAGE;
        var why = rejects ? "Until SES finds the MX record it refuses every mail." : "Until SES finds the MX record it sends from amazonses.com, and SPF does not count for DMARC.";
        return
        [
            status == MailFromDomainStatus.SUCCESS
                ? new Check(Group, "SES MAIL FROM", Verdict.Pass, found) { Why = why }
                : new Check(Group, "SES MAIL FROM", status == MailFromDomainStatus.FAILED || rejects ? Verdict.Fail : Verdict.Warn, found) { Why = why, ToDo = ["Mend the MAIL FROM records above.", Delay] },
        ];
    }

    private async Task<IEnumerable<Check>> FormerTokenAsync(CancellationToken cancellationToken)
    {
        var name = $"_amazonses.{subject.Domain}";
        var former = await dns.TxtAsync(name, cancellationToken);
        return !former.IsFound ? [] : [new Check(Group, "SES verification TXT", Verdict.Pass, $"{name}: {string.Join(", ", former.Texts.Select(text => $"\"{text.Text}\""))}") { Why = "SES verified domains by this record before it did so by DKIM; where DKIM stands it may go." }];
    }
}
