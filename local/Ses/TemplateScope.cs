using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Ses;

/// <summary>What a name means at one place of a template: the current value, the block's own @names, and the scopes around it.</summary>
internal sealed record TemplateScope(JsonNode? Value, TemplateScope? Outer = null, IReadOnlyDictionary<string, JsonNode?>? Names = null)
{
    /// <summary>Looks a path up; a plain name that the current value lacks is looked for further out.</summary>
    /// <returns>Whether it is there at all; null is there.</returns>
    public bool TryFind(string path, out JsonNode? found)
    {
        found = null;
        if (path.StartsWith("..", StringComparison.Ordinal))
        {
            return Outer is not null && Outer.TryFind(path == ".." ? "this" : path["../".Length..], out found);
        }

        if (path is "." or "this")
        {
            found = Value;
            return true;
        }

        var parts = path.Split('.', '/');
        var (first, rest) = parts[0] == "this" ? (parts[1], parts[2..]) : (parts[0], parts[1..]);
        return TryFindName(first, out found) && Descend(rest, ref found);
    }

    private static bool Descend(string[] parts, ref JsonNode? found)
    {
        foreach (var part in parts)
        {
            if (!TryMember(found, part, out found))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryFindName(string name, out JsonNode? found)
    {
        if (name.StartsWith('@'))
        {
            found = null;
            return (Names is not null && Names.TryGetValue(name, out found)) || (Outer is not null && Outer.TryFindName(name, out found));
        }

        return TryMember(Value, name, out found) || (Outer is not null && Outer.TryFindName(name, out found));
    }

    private static bool TryMember(JsonNode? value, string name, out JsonNode? member)
    {
        member = null;
        switch (value)
        {
            case JsonObject structure:
                return structure.TryGetPropertyValue(name, out member);
            case JsonArray list when int.TryParse(name, out var index) && index >= 0 && index < list.Count:
                member = list[index];
                return true;
            default:
                return false;
        }
    }

    public static bool IsTrue(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonValue scalar => scalar.GetValueKind() switch
        {
            JsonValueKind.False => false,
            JsonValueKind.String => scalar.GetValue<string>().Length > 0,
            JsonValueKind.Number => scalar.ToJsonString() is not "0",
            _ => true,
        },
        _ => true,
    };
}
