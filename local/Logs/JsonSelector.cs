using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SesCompliance.Local.Logs;

/// <summary>A member of a JSON event: <c>$.mail.tags["send-id"][0]</c>.</summary>
internal sealed partial class JsonSelector(IReadOnlyList<string> steps)
{
    public static JsonSelector? Parse(string text) => text.StartsWith('$') ? new JsonSelector([.. Step().Matches(text).Select(match => match.Value)]) : null;

    public (bool Exists, JsonNode? Value) Select(JsonObject json)
    {
        JsonNode? node = json;
        foreach (var step in steps)
        {
            switch (node)
            {
                case JsonObject structure when Name(step) is { } name && structure.TryGetPropertyValue(name, out var member):
                    node = member;
                    break;
                case JsonArray list when int.TryParse(step.Trim('[', ']'), CultureInfo.InvariantCulture, out var index) && index < list.Count:
                    node = list[index];
                    break;
                default:
                    return (false, null);
            }
        }

        return (true, node);
    }

    private static string? Name(string step) => step[0] == '.' ? step[1..] : step.StartsWith("[\"", StringComparison.Ordinal) ? step[2..^2] : null;

    [GeneratedRegex("""\.[\w@-]+|\["[^"]*"\]|\[\d+\]""")]
    private static partial Regex Step();
}
