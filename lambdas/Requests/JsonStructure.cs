using System.Text.Json;

namespace SesCompliance.Lambdas.Requests;

/// <summary>Finds what System.Text.Json reads without complaint and no two readers understand alike.</summary>
internal static class JsonStructure
{
    /// <summary>The first flaw in the value or anything inside it, or null.</summary>
    public static string? FindFlaw(JsonElement value) => FindFlaw(value, 1);

    private static string? FindFlaw(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when depth > RequestLimits.Depth =>
            $"is nested deeper than {RequestLimits.Depth} levels",
        JsonValueKind.Object => FindFlawInObject(value, depth),
        JsonValueKind.Array => value.EnumerateArray().Select(item => FindFlaw(item, depth + 1)).FirstOrDefault(flaw => flaw is not null),
        JsonValueKind.String when !TryRead(value.GetString, out _) => "has a string that is not valid Unicode",
        _ => null,
    };

    private static string? FindFlawInObject(JsonElement value, int depth)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!TryRead(() => property.Name, out var name))
            {
                return "has a key that is not valid Unicode";
            }

            if (!seen.Add(name!))
            {
                return $"has {Mistakes.Name(name!)} twice";
            }

            if (FindFlaw(property.Value, depth + 1) is { } flaw)
            {
                return flaw;
            }
        }

        return null;
    }

    // A lone surrogate (\ud800) is JSON by its grammar, and text by nobody's.
    private static bool TryRead(Func<string?> read, out string? text)
    {
        try
        {
            text = read();
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }
}
