namespace SesCompliance.Local.Iam.Policies;

/// <summary>A policy and what it hangs on.</summary>
/// <param name="Owner">The ARN of the role, user, managed policy or resource.</param>
/// <param name="Name">Tells an owner's policies apart; empty where it has only one.</param>
public sealed record AttachedPolicy(string Owner, string Name, PolicyDocument Document)
{
    public IEnumerable<StatementReference> Statements => Document.Statements.Select(statement => new StatementReference(this, statement));
}

/// <summary>A statement where it stands.</summary>
public sealed record StatementReference(AttachedPolicy Policy, PolicyStatement Statement)
{
    public override string ToString() => $"{Policy.Owner}{(Policy.Name.Length > 0 ? $" {Policy.Name}" : "")} ({Policy.Document.Kind}) statement {Statement.Number}";
}
