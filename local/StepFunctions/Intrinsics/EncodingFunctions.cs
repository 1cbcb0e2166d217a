using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>States.Base64Encode, States.Base64Decode, States.Hash.</summary>
internal static class EncodingFunctions
{
    public static JsonNode Encode(IReadOnlyList<JsonNode?> values) =>
        JsonValue.Create(Convert.ToBase64String(Encoding.UTF8.GetBytes(values.ShortText(0))));

    public static JsonNode Decode(IReadOnlyList<JsonNode?> values)
    {
        try
        {
            return JsonValue.Create(Encoding.UTF8.GetString(Convert.FromBase64String(values.ShortText(0))));
        }
        catch (FormatException)
        {
            throw new IntrinsicException("Argument 1 is not valid Base64");
        }
    }

    /// <summary>In lower-case hexadecimal; a value that is not text is hashed as its JSON.</summary>
    public static JsonNode Hash(IReadOnlyList<JsonNode?> values)
    {
        var data = Encoding.UTF8.GetBytes(values[0].AsText() ?? JsonText.Write(values[0]));
#pragma warning disable CA5350, CA5351 // The algorithm is the definition's choice, and States.Hash offers these two.
        return JsonValue.Create(Convert.ToHexStringLower(values.Text(1) switch
        {
            "MD5" => MD5.HashData(data),
            "SHA-1" => SHA1.HashData(data),
            "SHA-256" => SHA256.HashData(data),
            "SHA-384" => SHA384.HashData(data),
            "SHA-512" => SHA512.HashData(data),
            var other => throw new IntrinsicException($"The algorithm is '{other}': it must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512"),
        }));
#pragma warning restore CA5350, CA5351
    }
}
