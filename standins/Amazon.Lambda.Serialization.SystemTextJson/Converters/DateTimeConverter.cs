using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads ISO 8601 text and epoch numbers: seconds, or (Kinesis) milliseconds, told apart by size.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    // Above this a number can't be seconds in any year before 5000, counted as the official package counts it.
    private const long LargestSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var text))
        {
            return text;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole))
        {
            return whole > LargestSeconds ? DateTime.UnixEpoch.AddMilliseconds(whole) : DateTime.UnixEpoch.AddSeconds(whole);
        }

        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var seconds)
            ? DateTime.UnixEpoch.AddSeconds(seconds)
            : throw new JsonSerializerException($"Unknown data type for DateTime: {reader.TokenType}");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
