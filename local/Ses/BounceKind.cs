namespace SesCompliance.Local.Ses;

/// <param name="Status">The enhanced status code; null where the bounce is no delivery status notification.</param>
/// <param name="WasTried">False where SES did not even try to deliver.</param>
internal sealed record BounceKind(string Type, string SubType, string? Status, string? Diagnostic, string? ReportingMta, bool WasTried = true)
{
    private const string SmtpReporter = "dsn; a8-50.smtp-out.amazonses.com";
    private const string SesReporter = "dns; amazonses.com";

    public static BounceKind UserUnknown { get; } = new("Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown", SmtpReporter);

    public static BounceKind OutOfOffice { get; } = new("Transient", "General", null, null, null);

    public static BounceKind MailboxFull { get; } = new("Transient", "MailboxFull", "4.2.2", "smtp; 452 4.2.2 mailbox full", SmtpReporter);

    public static BounceKind Undetermined { get; } = new("Undetermined", "Undetermined", null, null, SmtpReporter);

    /// <summary>The list that SES keeps for all accounts. It counts as a bounce.</summary>
    public static BounceKind Suppressed { get; } = new(
        "Permanent",
        "Suppressed",
        "5.1.1",
        "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address. For more information about how to remove an address from the suppression list, see the Amazon SES Developer Guide: http://docs.aws.amazon.com/ses/latest/DeveloperGuide/remove-from-suppressionlist.html ",
        SesReporter);

    /// <summary>The account's own list. It does not count.</summary>
    public static BounceKind OnAccountSuppressionList { get; } = new(
        "Permanent",
        "OnAccountSuppressionList",
        "5.1.1",
        "Amazon SES did not send the message to this address because it is on the suppression list for your account. For more information about removing addresses from the suppression list, see the Amazon SES Developer Guide at https://docs.aws.amazon.com/ses/latest/DeveloperGuide/sending-email-suppression-list.html",
        SesReporter,
        WasTried: false);
}
