namespace SesCompliance.Local.Ses;

/// <summary>What becomes of mail to an address.</summary>
public enum Mailbox
{
    /// <summary>Takes it.</summary>
    Success,

    /// <summary>Permanent/General, 550 5.1.1.</summary>
    Bounce,

    /// <summary>Takes it; an out-of-office answer follows, which SES reports as a Transient/General bounce.</summary>
    OutOfOffice,

    /// <summary>Takes it and marks it as spam.</summary>
    Complaint,

    /// <summary>On the list that SES keeps for all accounts: Permanent/Suppressed.</summary>
    SuppressionList,

    /// <summary>Unreachable for a while (DeliveryDelay), then takes it.</summary>
    Delay,

    /// <summary>Transient/MailboxFull.</summary>
    Full,

    /// <summary>A bounce that SES cannot make sense of: Undetermined/Undetermined.</summary>
    Undetermined,
}

/// <summary>
/// Which mailbox an address is. Two domains have those named after their user part, with any <c>+label</c>: <c>simulator.amazonses.com</c>, which is AWS's and
/// counts neither for quota nor for reputation, and <see cref="RecipientsDomain"/>, which exists here only and counts like any other, so that alarms and the
/// account's suppression list can be seen at work. Everything else takes its mail.
/// Source: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
/// </summary>
public static class Mailboxes
{
    public const string SimulatorDomain = "simulator.amazonses.com";

    /// <summary>success, bounce, ooto, complaint, suppressionlist as the simulator has them, and delay, full, undetermined. (RFC 6761 keeps .test for tests.)</summary>
    public const string RecipientsDomain = "recipients.test";

    public static bool IsSimulator(string address) => address.EndsWith("@" + SimulatorDomain, StringComparison.OrdinalIgnoreCase);

    public static Mailbox Of(string address)
    {
        var at = address.LastIndexOf('@');
        var domain = address[(at + 1)..].ToLowerInvariant();
        var user = address[..at].Split('+')[0].ToLowerInvariant();
        return (domain, user) switch
        {
            (SimulatorDomain or RecipientsDomain, "bounce") => Mailbox.Bounce,
            (SimulatorDomain or RecipientsDomain, "ooto") => Mailbox.OutOfOffice,
            (SimulatorDomain or RecipientsDomain, "complaint") => Mailbox.Complaint,
            (SimulatorDomain or RecipientsDomain, "suppressionlist") => Mailbox.SuppressionList,
            (RecipientsDomain, "delay") => Mailbox.Delay,
            (RecipientsDomain, "full") => Mailbox.Full,
            (RecipientsDomain, "undetermined") => Mailbox.Undetermined,
            (SimulatorDomain, not "success") => Mailbox.Bounce,
            _ => Mailbox.Success,
        };
    }
}
