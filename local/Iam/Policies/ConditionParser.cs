using System.Text.Json.Nodes;

namespace SesCompliance.Local.Iam.Policies;

/// <summary>Reads the Condition element.</summary>
internal static class ConditionParser
{
    public static IReadOnlyList<Condition> Parse(JsonNode? condition, string place) => condition switch
    {
        null => [],
        JsonObject operators => [.. operators.SelectMany(test => Tests(test.Key, test.Value, $"{place}Condition.{test.Key}"))],
        _ => throw new PolicySyntaxException($"{place}Condition must be an object"),
    };

    private static IEnumerable<Condition> Tests(string name, JsonNode? keys, string place)
    {
        var comparison = ConditionOperator.Find(name) ?? throw new PolicySyntaxException($"{place} is not supported here ({string.Join(", ", ConditionOperator.Names)} are)");
        foreach (var (key, values) in keys as JsonObject ?? throw new PolicySyntaxException($"{place} must be an object"))
        {
            if (!ConditionKeys.Known.Contains(key))
            {
                throw new PolicySyntaxException($"{place}.{key} is not supported here ({string.Join(", ", ConditionKeys.Known)} are)");
            }

            var expected = PolicyJson.Texts(values, $"{place}.{key}");
            foreach (var value in expected)
            {
                Variables.Refuse(value, $"{place}.{key}");
            }

            yield return new Condition(comparison, key, expected);
        }
    }
}
