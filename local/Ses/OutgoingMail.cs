namespace SesCompliance.Local.Ses;

/// <summary>A mail as SendEmail was asked for it, checked and composed.</summary>
/// <param name="From">As given; <see cref="MailAddress.Given"/> is what the events call <c>source</c>.</param>
/// <param name="Headers">In the order in which they stand in the mail.</param>
public sealed record OutgoingMail(
    MailAddress From,
    IReadOnlyList<MailAddress> To,
    IReadOnlyList<MailAddress> Cc,
    IReadOnlyList<MailAddress> Bcc,
    string Subject,
    string? Text,
    string? Html,
    IReadOnlyList<MailHeader> Headers)
{
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailTag> Tags { get; init; } = [];

    public string? ConfigurationSetName { get; init; }

    public string? TemplateName { get; init; }

    /// <summary>Why the template could not be rendered; SES says so only in an event.</summary>
    public string? RenderingFailure { get; init; }

    /// <summary>True where what was sent has a virus in it.</summary>
    public bool IsInfected { get; init; }

    public IEnumerable<MailAddress> Recipients => To.Concat(Cc).Concat(Bcc);
}

public sealed record MailHeader(string Name, string Value);

public sealed record MailTag(string Name, string Value);
