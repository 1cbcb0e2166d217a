using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Iam.Policies;

/// <summary>The policy language's JSON: nearly everything may be one thing or a list of them.</summary>
internal static class PolicyJson
{
    public static JsonObject Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new PolicySyntaxException("it must be a JSON object");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new PolicySyntaxException($"it is not valid JSON ({exception.Message})");
        }
    }

    /// <summary>Refuses members that are not known, rather than to ignore them.</summary>
    public static void Only(JsonObject json, string place, params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in json)
        {
            if (!names.Contains(name))
            {
                throw new PolicySyntaxException($"{place}{name} is not supported here");
            }
        }
    }

    public static string? Text(JsonObject json, string name, string place) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw new PolicySyntaxException($"{place}{name} must be a string"),
    };

    /// <summary>One string or several; at least one.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node, string place)
    {
        var texts = Each(node).Select(item => item is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw new PolicySyntaxException($"{place} must be a string or a list of strings")).ToList();
        return texts.Count > 0 ? texts : throw new PolicySyntaxException($"{place} is empty");
    }

    public static IReadOnlyList<JsonNode?> Each(JsonNode? node) => node is JsonArray list ? [.. list] : [node];
}
