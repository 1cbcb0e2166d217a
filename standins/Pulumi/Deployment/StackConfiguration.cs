using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration as the CLI hands it over: a JSON object in PULUMI_CONFIG.</summary>
internal sealed class StackConfiguration(ImmutableDictionary<string, string> values)
{
    public static StackConfiguration FromEnvironment()
    {
        var json = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        return new(json is null
            ? ImmutableDictionary<string, string>.Empty
            : JsonDocument.Parse(json).RootElement.EnumerateObject()
                .ToImmutableDictionary(property => WithoutConfigPart(property.Name), property => property.Value.ToString()));
    }

    public string? Get(string key) => values.GetValueOrDefault(key);

    /// <summary>Old CLIs write <c>project:config:key</c>.</summary>
    private static string WithoutConfigPart(string key)
    {
        const string Part = "config:";
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && key[(colon + 1)..].StartsWith(Part, StringComparison.Ordinal) ? key[..(colon + 1)] + key[(colon + 1 + Part.Length)..] : key;
    }
}
