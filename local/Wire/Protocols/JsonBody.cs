using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>Bodies of the JSON protocols: objects of members, time stamps as epoch seconds with milliseconds, absent members left out.</summary>
internal static class JsonBody
{
    // AWS sends text as UTF-8, not escaped.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 128, AllowDuplicateProperties = false };

    public static JsonObject Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        try
        {
            CheckEscapes(body.Span);
            return JsonNode.Parse(body.Span, documentOptions: Strict) as JsonObject
                ?? throw new AwsException("SerializationException", "The body is not a JSON object");
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new AwsException("SerializationException", $"The body is not JSON: {malformed.Message}");
        }
    }

    // Half a surrogate pair is valid JSON but no text, and would only be found when an operation reads the member.
    private static void CheckEscapes(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }

    public static ReadOnlyMemory<byte> Write(JsonObject output)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            Write(writer, output);
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    if (value is not null)
                    {
                        writer.WritePropertyName(name);
                        Write(writer, value);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value when value.AsTime() is { } time:
                writer.WriteRawValue((time.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture));
                break;
            case JsonValue value when value.AsFraction() is { } fraction && double.IsInteger(fraction) && Math.Abs(fraction) < 1e15:
                // A member that the model calls a double keeps its point, as AWS writes it.
                writer.WriteRawValue(fraction.ToString("F1", CultureInfo.InvariantCulture));
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
