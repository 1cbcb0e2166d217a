namespace SesCompliance.Local.Iam.Policies;

/// <summary>How a condition compares (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).</summary>
/// <param name="Matches">Whether an expected value (left) fits the actual one.</param>
/// <param name="Negated">Holds where none fits, and where the key is absent.</param>
/// <param name="IfExists">Holds where the key is absent.</param>
public sealed record ConditionOperator(string Name, Func<string, string, bool> Matches, bool Negated = false, bool IfExists = false)
{
    private const string IfExistsSuffix = "IfExists";

    private static readonly ConditionOperator[] All =
    [
        new("StringEquals", (expected, actual) => expected == actual),
        new("StringNotEquals", (expected, actual) => expected == actual, Negated: true),
        new("StringEqualsIgnoreCase", EqualIgnoringCase),
        new("StringNotEqualsIgnoreCase", EqualIgnoringCase, Negated: true),
        new("StringLike", (expected, actual) => Pattern.Matches(expected, actual)),
        new("StringNotLike", (expected, actual) => Pattern.Matches(expected, actual), Negated: true),

        // ArnEquals takes wildcards, too: both are the same, says IAM's guide.
        new("ArnEquals", Pattern.MatchesArn),
        new("ArnNotEquals", Pattern.MatchesArn, Negated: true),
        new("ArnLike", Pattern.MatchesArn),
        new("ArnNotLike", Pattern.MatchesArn, Negated: true),
    ];

    public static IEnumerable<string> Names => All.Select(one => one.Name);

    public static ConditionOperator? Find(string name)
    {
        var ifExists = name.EndsWith(IfExistsSuffix, StringComparison.Ordinal);
        var plain = ifExists ? name[..^IfExistsSuffix.Length] : name;
        var found = All.FirstOrDefault(one => one.Name == plain);
        return ifExists && found is not null ? found with { Name = name, IfExists = true } : found;
    }

    private static bool EqualIgnoringCase(string expected, string actual) => string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase);
}
