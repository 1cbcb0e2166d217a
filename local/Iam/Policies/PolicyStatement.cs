namespace SesCompliance.Local.Iam.Policies;

/// <param name="Number">Its place in the document, from 1.</param>
/// <param name="Allows">Whether the effect is Allow; else it is Deny.</param>
/// <param name="Principals">Null in identity policies.</param>
/// <param name="Resources">Null in trust policies, whose resource is the role itself.</param>
public sealed record PolicyStatement(
    int Number,
    string? Sid,
    bool Allows,
    IReadOnlyList<PrincipalPattern>? Principals,
    PatternSet Actions,
    PatternSet? Resources,
    IReadOnlyList<Condition> Conditions)
{
    /// <summary>Whether the statement speaks of this request.</summary>
    public bool Concerns(AccessRequest request) =>
        Actions.Match(action => Pattern.Matches(action, request.Action, ignoreCase: true))
        && (Resources?.Match(resource => Pattern.MatchesArn(resource, request.Resource)) ?? true)
        && (Principals?.Any(principal => principal.Matches(request.Principal, Allows)) ?? true)
        && Conditions.All(condition => condition.Holds(request));
}

/// <summary>The patterns of Action or Resource, or, negated, those of NotAction or NotResource.</summary>
public sealed record PatternSet(IReadOnlyList<string> Patterns, bool Negated)
{
    public bool Match(Func<string, bool> matches) => Patterns.Any(matches) != Negated;
}
