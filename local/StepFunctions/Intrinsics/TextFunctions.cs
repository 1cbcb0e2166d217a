using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>States.StringSplit, States.UUID.</summary>
internal static class TextFunctions
{
    /// <summary>Every character of the second text separates; empty parts fall away.</summary>
    public static JsonNode Split(IReadOnlyList<JsonNode?> values)
    {
        var (text, separators) = (values.ShortText(0), values.Text(1));
        var parts = separators.Length == 0 ? [text] : text.Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return new JsonArray([.. parts.Select(part => JsonValue.Create(part))]);
    }

    public static JsonNode Uuid(IReadOnlyList<JsonNode?> values, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return JsonValue.Create(new Guid(bytes, bigEndian: true).ToString());
    }
}
