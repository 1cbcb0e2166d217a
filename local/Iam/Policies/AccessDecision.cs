namespace SesCompliance.Local.Iam.Policies;

/// <param name="Policies">All that were asked.</param>
/// <param name="AllowedBy">Each statement that allows.</param>
/// <param name="DeniedBy">A statement that denies: it goes before all that allow.</param>
public sealed record AccessDecision(
    AccessRequest Request, IReadOnlyList<AttachedPolicy> Policies, IReadOnlyList<StatementReference> AllowedBy, StatementReference? DeniedBy)
{
    public bool IsAllowed => DeniedBy is null && AllowedBy.Count > 0;

    /// <summary>Decides by policies: a denial wins, and what nothing allows is denied.</summary>
    public static AccessDecision On(AccessRequest request, IReadOnlyList<AttachedPolicy> policies)
    {
        var concerned = policies.SelectMany(policy => policy.Statements).Where(reference => reference.Statement.Concerns(request)).ToList();
        return new AccessDecision(
            request,
            policies,
            [.. concerned.Where(reference => reference.Statement.Allows)],
            concerned.FirstOrDefault(reference => !reference.Statement.Allows));
    }

    /// <summary>How it would have been decided if some statements were not there.</summary>
    public AccessDecision Without(Func<StatementReference, bool> removed) => On(
        Request,
        [.. Policies.Select(policy => policy with
        {
            Document = policy.Document with { Statements = [.. policy.Document.Statements.Where(statement => !removed(new StatementReference(policy, statement)))] },
        })]);
}
