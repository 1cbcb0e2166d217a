using System.Text.Json;

namespace SesCompliance.Infra;

/// <summary>
/// What Pulumi's engine hands to a program as its configuration: a JSON object in the environment variable PULUMI_CONFIG, from which the SDK's
/// <c>Config</c> reads, too. <c>Config</c> can't list keys.
/// </summary>
internal static class EngineConfiguration
{
    /// <summary>The keys of a namespace, without it; none where no engine runs the program.</summary>
    public static IReadOnlyList<string> Keys(string name) => Keys(name, Environment.GetEnvironmentVariable("PULUMI_CONFIG"));

    /// <param name="json">E.g. <c>{"ses-compliance:domain": "example.com"}</c>; old engines write <c>ses-compliance:config:domain</c>.</param>
    public static IReadOnlyList<string> Keys(string name, string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject()
            .Where(property => property.Name.StartsWith($"{name}:", StringComparison.Ordinal))
            .Select(property => property.Name[(name.Length + 1)..])
            .Select(key => key.StartsWith("config:", StringComparison.Ordinal) ? key["config:".Length..] : key)];
    }
}
