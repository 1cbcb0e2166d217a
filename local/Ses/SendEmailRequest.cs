using System.Text.Json.Nodes;

namespace SesCompliance.Local.Ses;

/// <summary>SendEmail's input, as it came: nothing but its form is checked.</summary>
public sealed record SendEmailRequest(EmailContent Content)
{
    public string? FromEmailAddress { get; init; }

    /// <summary>Null where the destination is left to a raw mail's own headers.</summary>
    public Destination? Destination { get; init; }

    public IReadOnlyList<string> ReplyToAddresses { get; init; } = [];

    public IReadOnlyList<MailTag> EmailTags { get; init; } = [];

    public string? ConfigurationSetName { get; init; }
}

/// <param name="AnswerIsLost">A fault that was asked for: SES took the mail, and the caller must not learn so.</param>
public sealed record SendEmailResult(string MessageId, bool AnswerIsLost);

public sealed record Destination(IReadOnlyList<string> To, IReadOnlyList<string> Cc, IReadOnlyList<string> Bcc);

/// <summary>One of the three ways to say what is mailed.</summary>
public abstract record EmailContent
{
    public sealed record Simple(string Subject, string? Text, string? Html, IReadOnlyList<MailHeader> Headers) : EmailContent;

    /// <param name="TemplateName">A stored template; null where the content is given inline.</param>
    public sealed record Template(string? TemplateName, TemplateContent? Content, JsonObject Data, IReadOnlyList<MailHeader> Headers) : EmailContent;

    /// <param name="Data">A MIME message.</param>
    public sealed record Raw(ReadOnlyMemory<byte> Data) : EmailContent;
}
