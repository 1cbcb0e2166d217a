namespace SesCompliance.Local.Ses;

/// <summary>A mail that SES accepted, with what its events tell of it.</summary>
/// <param name="CallerIdentity">The user's or the role's name, or <c>root</c>.</param>
internal sealed record SentMail(string MessageId, DateTimeOffset Time, OutgoingMail Mail, EmailIdentity Identity, ConfigurationSet? Set, string CallerIdentity);
