namespace SesCompliance.Local.Iam.Policies;

/// <summary>A policy is malformed, or says what this engine does not know; the message names the place. Each service refuses with an error of its own.</summary>
public sealed class PolicySyntaxException(string message) : Exception(message);
