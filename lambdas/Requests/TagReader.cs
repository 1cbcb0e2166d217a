using System.Text.Json;

namespace SesCompliance.Lambdas.Requests;

/// <summary>Reads <c>tags</c>, an object of strings, by SES's rules for message tags.</summary>
internal static class TagReader
{
    public static IReadOnlyDictionary<string, string> Read(ObjectReader reader, Mistakes mistakes)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (reader.Object("tags") is not { } json)
        {
            return tags;
        }

        foreach (var tag in json.EnumerateObject())
        {
            var key = $"tags {Mistakes.Name(tag.Name)}";
            if (FindFlaw(tag) is { } flaw)
            {
                mistakes.Add(key, flaw);
            }
            else
            {
                tags[tag.Name] = tag.Value.GetString()!;
            }
        }

        if (json.GetPropertyCount() > RequestLimits.Tags)
        {
            reader.Mistake("tags", $"must be at most {RequestLimits.Tags}");
        }

        return tags;
    }

    private static string? FindFlaw(JsonProperty tag)
    {
        if (tag.Name.Equals(RequestLimits.SendIdTag, StringComparison.OrdinalIgnoreCase)
            || tag.Name.StartsWith("ses:", StringComparison.OrdinalIgnoreCase))
        {
            return "must not be send-id or begin with ses:, which are reserved";
        }

        if (!RequestLimits.IsPlainName(tag.Name, RequestLimits.TagCharacters))
        {
            return $"must have a name of 1 to {RequestLimits.TagCharacters} of A-Z a-z 0-9 _ -";
        }

        return tag.Value.ValueKind == JsonValueKind.String && RequestLimits.IsPlainName(tag.Value.GetString()!, RequestLimits.TagCharacters)
            ? null
            : $"must have a string of 1 to {RequestLimits.TagCharacters} of A-Z a-z 0-9 _ - for its value";
    }
}
