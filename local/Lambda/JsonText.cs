using System.Text.Encodings.Web;
using System.Text.Json;

namespace SesCompliance.Local.Lambda;

/// <summary>JSON as AWS writes it: characters stand for themselves.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
