using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Language.Parsing;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>The operators of Choice rules in one table: what kind of value they compare, and the comparison. Values of another kind never match.</summary>
internal static class ChoiceOperators
{
    private static readonly (string Name, Func<int, bool> Holds)[] Orders =
    [
        ("Equals", order => order == 0),
        ("LessThan", order => order < 0),
        ("GreaterThan", order => order > 0),
        ("LessThanEquals", order => order <= 0),
        ("GreaterThanEquals", order => order >= 0),
    ];

    private static readonly Dictionary<string, Func<JsonNode?, JsonNode?, bool>> Comparisons = new(
        from kind in new (string Name, Func<JsonNode?, JsonNode?, int?> Compare)[] { ("String", Texts), ("Numeric", Numbers), ("Timestamp", Times) }
        from order in Orders
        select KeyValuePair.Create<string, Func<JsonNode?, JsonNode?, bool>>(
            kind.Name + order.Name, (left, right) => kind.Compare(left, right) is { } compared && order.Holds(compared)))
    {
        ["BooleanEquals"] = (left, right) => left.IsBoolean() && right.IsBoolean() && left!.GetValue<bool>() == right!.GetValue<bool>(),
        ["StringMatches"] = (left, right) => left.AsText() is { } text && right.AsText() is { } pattern && Wildcard.Matches(text, pattern),
    };

    private static readonly Dictionary<string, Func<JsonNode?, bool>> Kinds = new()
    {
        ["IsNull"] = node => node is null,
        ["IsPresent"] = _ => true,
        ["IsNumeric"] = node => node.IsNumber(),
        ["IsString"] = node => node.IsText(),
        ["IsBoolean"] = node => node.IsBoolean(),
        ["IsTimestamp"] = node => Time(node) is not null,
    };

    public static bool Knows(string name) => IsKindTest(name) || Comparisons.ContainsKey(name)
        || (name != "StringMatchesPath" && name.EndsWith("Path", StringComparison.Ordinal) && Comparisons.ContainsKey(name[..^4]));

    public static bool IsKindTest(string name) => Kinds.ContainsKey(name);

    public static bool Test(string kind, JsonNode? node) => Kinds[kind](node);

    public static bool Compare(string comparison, JsonNode? left, JsonNode? right) => Comparisons[comparison](left, right);

    /// <summary>What is wrong with a definition's value for an operator; null where nothing is.</summary>
    public static string? Fault(string comparison, JsonNode? value) => comparison switch
    {
        _ when comparison.StartsWith("String", StringComparison.Ordinal) => value.IsText() ? null : "Expected value of type String",
        _ when comparison.StartsWith("Numeric", StringComparison.Ordinal) => value.IsNumber() ? null : "Expected value of type Number",
        _ when comparison.StartsWith("Boolean", StringComparison.Ordinal) => value.IsBoolean() ? null : "Expected value of type Boolean",
        _ => Time(value) is null ? "String does not match RFC3339 timestamp" : null,
    };

    private static int? Texts(JsonNode? left, JsonNode? right) =>
        left.AsText() is { } a && right.AsText() is { } b ? string.CompareOrdinal(a, b) : null;

    private static int? Numbers(JsonNode? left, JsonNode? right) => left.AsDouble() is { } a && right.AsDouble() is { } b ? a.CompareTo(b) : null;

    private static int? Times(JsonNode? left, JsonNode? right) => Time(left) is { } a && Time(right) is { } b ? a.CompareTo(b) : null;

    private static DateTimeOffset? Time(JsonNode? node) => node.AsText() is { } text ? WaitParser.Time(text) : null;
}
