using SesCompliance.Lambdas.Addresses;

namespace SesCompliance.Lambdas.Requests;

/// <summary>A request to send one mail, checked and normalized: what holds one of these may go to SES.</summary>
/// <param name="SendId">The execution's name; also the mail's <c>send-id</c> message tag.</param>
/// <param name="ExpiresAt">From this moment on the mail is no longer wanted; null: always.</param>
/// <param name="Tags">SES message tags besides <c>send-id</c>.</param>
/// <param name="Hash">Tells whether two requests are the same, whatever the order of their keys.</param>
public sealed record SendRequest(
    string SendId,
    EmailAddress To,
    MailContent Content,
    DateTimeOffset? ExpiresAt,
    IReadOnlyDictionary<string, string> Tags,
    string Hash);

/// <summary>What the mail says: written out, or a template that SES fills in.</summary>
public abstract record MailContent;

/// <summary>At least one of the two bodies is there.</summary>
public sealed record WrittenContent(string Subject, string? Text, string? Html) : MailContent;

/// <summary>The subject is the template's own.</summary>
/// <param name="Data">A JSON object.</param>
public sealed record TemplateContent(string Name, string Data) : MailContent;
