using System.Text.Encodings.Web;
using System.Text.Json;

namespace SesCompliance.Local;

/// <summary>JSON as AWS writes it: characters stand for themselves.</summary>
internal static class PlainJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
