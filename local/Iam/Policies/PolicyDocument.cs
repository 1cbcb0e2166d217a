namespace SesCompliance.Local.Iam.Policies;

/// <param name="Text">The JSON as it was given.</param>
public sealed record PolicyDocument(string Text, PolicyKind Kind, IReadOnlyList<PolicyStatement> Statements);
