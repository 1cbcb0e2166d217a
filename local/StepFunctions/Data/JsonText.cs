using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Data;

/// <summary>
/// Reads and writes JSON as Jackson does, which AWS uses: the last of several equal keys counts, numbers keep their digits, text is escaped only
/// where it must be (System.Text.Json escapes more, emoji for one).
/// </summary>
public static class JsonText
{
    private const int MaxDepth = 1000;

    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static JsonNode? Read(string text) =>
        ToNode(JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth }).RootElement);

    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    /// <summary>The value in quotes.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        Quote(text, value);
        return text.ToString();
    }

    /// <summary>The size that AWS's limits count: bytes of UTF-8.</summary>
    public static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    private static JsonNode? ToNode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var fields = new JsonObject();
                foreach (var field in element.EnumerateObject())
                {
                    fields[field.Name] = ToNode(field.Value);
                }

                return fields;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in element.EnumerateArray())
                {
                    items.Add(ToNode(item));
                }

                return items;
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element);
        }
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject fields:
                text.Append('{');
                var first = true;
                foreach (var (name, value) in fields)
                {
                    text.Append(first ? "" : ",");
                    first = false;
                    Quote(text, name);
                    text.Append(':');
                    Write(text, value);
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                for (var index = 0; index < items.Count; index++)
                {
                    text.Append(index == 0 ? "" : ",");
                    Write(text, items[index]);
                }

                text.Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Quote(text, value.GetValue<string>());
                break;
            default:
                // Jackson reads -0 as the integer 0.
                var literal = node.ToJsonString();
                text.Append(literal == "-0" ? "0" : literal);
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)character).ToString("X4", null)),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
