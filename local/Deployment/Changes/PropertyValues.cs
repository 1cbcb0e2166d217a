using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Deployment.Changes;

/// <summary>Declared properties as single values by path. A text that is JSON (a policy, a state machine's definition) is looked into, too.</summary>
internal static class PropertyValues
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What differs, by path.</summary>
    public static IReadOnlyList<PropertyChange> Difference(IReadOnlyDictionary<string, object> old, IReadOnlyDictionary<string, object> now)
    {
        var (before, after) = (Of(old), Of(now));
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(path => new PropertyChange(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
            .Where(change => change.Old != change.New)];
    }

    private static Dictionary<string, string> Of(IReadOnlyDictionary<string, object> properties)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            Add(values, name, value);
        }

        return values;
    }

    private static void Add(Dictionary<string, string> values, string path, object? value)
    {
        switch (value)
        {
            case string text when Structured(text) is { } json:
                Add(values, path, json);
                break;
            case string text:
                values[path] = JsonSerializer.Serialize(text, Plain);
                break;
            case JsonObject { Count: > 0 } members:
                AddAll(values, path, members.Select(member => (member.Key, (object?)member.Value)));
                break;
            case JsonArray { Count: > 0 } elements:
                AddElements(values, path, elements);
                break;
            case JsonValue scalar when scalar.TryGetValue<string>(out var text):
                values[path] = JsonSerializer.Serialize(text, Plain);
                break;
            case JsonNode node:
                values[path] = node.ToJsonString(Plain);
                break;
            case IReadOnlyDictionary<string, object> { Count: > 0 } members:
                AddAll(values, path, members.Select(member => (member.Key, (object?)member.Value)));
                break;
            case IReadOnlyDictionary<string, object>:
                values[path] = "{}";
                break;
            case IEnumerable list:
                AddElements(values, path, list);
                break;
            default:
                values[path] = value switch { null => "null", bool flag => flag ? "true" : "false", _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };
                break;
        }
    }

    private static void AddAll(Dictionary<string, string> values, string path, IEnumerable<(string Key, object? Value)> members)
    {
        foreach (var (key, value) in members)
        {
            Add(values, $"{path}.{key}", value);
        }
    }

    private static void AddElements(Dictionary<string, string> values, string path, IEnumerable elements)
    {
        var index = 0;
        foreach (var element in elements)
        {
            Add(values, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), element);
        }

        if (index == 0)
        {
            values[path] = "[]";
        }
    }

    private static JsonNode? Structured(string text)
    {
        try
        {
            return text.TrimStart() is ['{' or '[', ..] ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
