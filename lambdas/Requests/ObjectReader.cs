using System.Text.Json;

namespace SesCompliance.Lambdas.Requests;

/// <summary>
/// Reads one JSON object strictly: a key that nobody asks for is a mistake, and so is a value of the wrong kind. Null is no
/// way to say "absent": a caller that sends it has lost something on the way.
/// </summary>
/// <param name="path">How messages name what is inside: empty for the request itself, else <c>template.</c></param>
internal sealed class ObjectReader(JsonElement json, string path, Mistakes mistakes)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public bool Has(string key)
    {
        known.Add(key);
        return json.TryGetProperty(key, out _);
    }

    public string? String(string key) => Value(key, JsonValueKind.String, "a string")?.GetString();

    public JsonElement? Object(string key) => Value(key, JsonValueKind.Object, "a JSON object");

    public void Mistake(string key, string problem) => mistakes.Add(path + key, problem);

    public void RefuseUnknownKeys()
    {
        foreach (var unknown in json.EnumerateObject().Select(property => property.Name).Where(name => !known.Contains(name)))
        {
            var place = path.Length == 0 ? "the request" : path.TrimEnd('.');
            mistakes.Add(place, $"must not have {Mistakes.Name(unknown)}; it knows {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }

    private JsonElement? Value(string key, JsonValueKind kind, string description)
    {
        if (!Has(key))
        {
            return null;
        }

        var value = json.GetProperty(key);
        if (value.ValueKind == kind)
        {
            return value;
        }

        Mistake(key, $"must be {description}, not {Describe(value.ValueKind)}");
        return null;
    }

    public static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Undefined => "missing",
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
