namespace SesCompliance.Local.Ses;

/// <summary>What became of a mail, or of one recipient's copy. A higher value is worse; a mail's own state is its worst recipient's.</summary>
public enum MailState
{
    /// <summary>SES took it and has not tried yet.</summary>
    Accepted,
    Delivered,
    Delayed,
    SoftBounced,

    /// <summary>On the account's own suppression list: never tried.</summary>
    Suppressed,
    Bounced,
    Complained,

    /// <summary>It had a virus in it.</summary>
    Rejected,
    RenderingFailed,
}

/// <summary>A mail that SES accepted, as the outbox keeps it.</summary>
/// <param name="Recipients">To, Cc and Bcc, each bare address with its copy's state.</param>
public sealed record OutboxMail(
    string MessageId,
    DateTimeOffset Time,
    string From,
    IReadOnlyList<string> To,
    string Subject,
    string? Text,
    string? Html,
    IReadOnlyList<MailTag> Tags,
    string? ConfigurationSet,
    IReadOnlyDictionary<string, MailState> Recipients)
{
    public MailState State => Recipients.Values.DefaultIfEmpty().Max();
}
