using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Data;

/// <summary>Whether two JSON values are equal as Jackson's trees are: by structure, keys in any order, and <c>1</c> is not <c>1.0</c>.</summary>
public static class JsonEquality
{
    public static bool Same(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(field => b.TryGetPropertyValue(field.Key, out var other) && Same(field.Value, other)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) => SameScalar(a, b),
        _ => false,
    };

    private static bool SameScalar(JsonValue left, JsonValue right)
    {
        if (left.GetValueKind() != right.GetValueKind())
        {
            return false;
        }

        if (left.IsText())
        {
            return left.GetValue<string>() == right.GetValue<string>();
        }

        if (!left.IsNumber())
        {
            return true;
        }

        var (a, b) = (left.ToJsonString(), right.ToJsonString());
        return a == b || (IsWhole(a) == IsWhole(b) && left.AsDouble() == right.AsDouble());
    }

    private static bool IsWhole(string number) => number.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
}
