using System.Text;
using System.Text.Json;

namespace SesCompliance.Tests.Conformance;

/// <summary>One request as it came over the wire.</summary>
public sealed record Exchange(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
