using System.Text.Json;
using System.Text.Json.Serialization;

namespace SesCompliance.Lambdas.Requests;

/// <summary>
/// Reads a request of any depth in the time that its length asks for. <see cref="JsonDocument"/> needs time quadratic in the depth
/// (a quarter of a megabyte of brackets takes half a minute), so one that is too deep anyway is replaced by the smallest such.
/// </summary>
internal sealed class RequestConverter : JsonConverter<JsonElement>
{
    /// <summary>No limit to the reader, so that the refusal comes from <see cref="SendRequestParser"/> and in the flow's words.</summary>
    public const int ReaderDepth = 1_000_000;

    private static readonly JsonElement TooDeep = NestOnceTooOften();

    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ahead = reader;
        var floor = ahead.CurrentDepth;
        var deepest = floor;
        if (ahead.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (ahead.Read() && ahead.CurrentDepth > floor)
            {
                deepest = Math.Max(deepest, ahead.CurrentDepth);
            }
        }

        if (deepest - floor <= RequestLimits.Depth)
        {
            return JsonElement.ParseValue(ref reader);
        }

        reader = ahead;
        return TooDeep;
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

    private static JsonElement NestOnceTooOften()
    {
        var levels = RequestLimits.Depth + 1;
        var json = string.Concat(Enumerable.Repeat("{\"x\":", levels)) + "0" + new string('}', levels);
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
