using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>Whether this account may send this mail now.</summary>
internal sealed class SendGate(IdentityStore identities, ConfigurationSetStore sets, SendQuota quota)
{
    /// <summary>Checks everything and takes the mail's share of the quota last, so that a refused mail costs nothing.</summary>
    /// <returns>The identity that stands for the sender, and the configuration set that applies.</returns>
    /// <exception cref="AwsException">Each of SendEmail's refusals.</exception>
    public (EmailIdentity Identity, ConfigurationSet? Set) Pass(OutgoingMail mail, AccountSettings account)
    {
        CheckAccount(account);
        var identity = identities.VerifiedFor(mail.From.Address);
        var set = (mail.ConfigurationSetName ?? identity?.ConfigurationSetName) is { } name ? sets.Find(name) : null;
        if (set is { SendingEnabled: false })
        {
            throw new AwsException("SendingPausedException", $"Sending is paused for configuration set <{set.Name}>.");
        }

        CheckIdentities(mail, account);
        if (identity!.MailFrom is { BehaviorOnMxFailure: "REJECT_MESSAGE", Status: not "SUCCESS" } mailFrom)
        {
            throw new AwsException("MailFromDomainNotVerifiedException", $"The MAIL FROM domain {mailFrom.Domain} is not verified.");
        }

        if (mail.RenderingFailure is null)
        {
            var recipients = mail.Recipients.ToList();
            quota.Take(account, recipients.Count, recipients.Count(recipient => !Mailboxes.IsSimulator(recipient.Address)));
        }

        return (identity, set);
    }

    private static void CheckAccount(AccountSettings account)
    {
        const string Inbox = "For more information, please check the inbox of the email address associated with your AWS account.";
        if (account.EnforcementStatus == "SHUTDOWN")
        {
            throw new AwsException("AccountSuspendedException", $"Sending suspended for this account. {Inbox}");
        }

        if (!account.SendingEnabled)
        {
            throw new AwsException("SendingPausedException", $"Sending paused for this account. {Inbox}");
        }
    }

    private void CheckIdentities(OutgoingMail mail, AccountSettings account)
    {
        IEnumerable<MailAddress> mustBeVerified = [mail.From];
        if (!account.ProductionAccess)
        {
            mustBeVerified = mustBeVerified.Concat(mail.Recipients.Where(recipient => !Mailboxes.IsSimulator(recipient.Address)));
        }

        var failed = mustBeVerified.Where(address => identities.VerifiedFor(address.Address) is null).Select(address => address.Given).Distinct().ToList();
        if (failed.Count > 0)
        {
            throw new AwsException(
                "MessageRejected",
                $"Email address is not verified. The following identities failed the check in region {Account.Region.ToUpperInvariant()}: {string.Join(", ", failed)}");
        }
    }
}
