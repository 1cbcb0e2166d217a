namespace SesCompliance.Local.Iam.Policies;

/// <summary>One test of a statement's Condition: the key's value against any of those expected.</summary>
public sealed record Condition(ConditionOperator Operator, string Key, IReadOnlyList<string> Expected)
{
    public bool Holds(AccessRequest request) => request.Value(Key) is { } actual
        ? Expected.Any(expected => Operator.Matches(expected, actual)) != Operator.Negated
        : Operator.Negated || Operator.IfExists;
}
