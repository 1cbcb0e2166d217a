using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>States.Format: each <c>{}</c> is replaced by the next value.</summary>
internal static class Format
{
    /// <summary>The first value is the template with its escapes.</summary>
    public static JsonNode Apply(IReadOnlyList<JsonNode?> values)
    {
        var template = values.Text(0);
        var text = new StringBuilder();
        var next = 1;
        for (var index = 0; index < template.Length; index++)
        {
            if (template[index] == '\\' && index + 1 < template.Length && Escapes.IsEscapable(template[index + 1]))
            {
                text.Append(template[++index]);
            }
            else if (template[index] == '{' && index + 1 < template.Length && template[index + 1] == '}')
            {
                text.Append(next < values.Count ? Print(values[next++])
                    : throw new IntrinsicException("There are more occurrences of {} than arguments"));
                index++;
            }
            else
            {
                text.Append(template[index]);
            }
        }

        return next == values.Count ? JsonValue.Create(text.ToString())
            : throw new IntrinsicException("There are more arguments than occurrences of {}");
    }

    /// <summary>Objects and arrays come out as Java prints maps and lists: <c>{a=1, b=[x, y]}</c>.</summary>
    private static string Print(JsonNode? node) => node switch
    {
        JsonObject fields => $"{{{string.Join(", ", fields.Select(field => $"{field.Key}={Print(field.Value)}"))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(Print))}]",
        _ => node.AsText() ?? JsonText.Write(node),
    };
}
