using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The client context of an invocation by a mobile SDK; without one it is there, but empty.</summary>
internal sealed class CallerContext : IClientContext
{
    public IDictionary<string, string> Environment { get; private init; }

    public IClientApplication Client { get; private init; }

    public IDictionary<string, string> Custom { get; private init; }

    public static CallerContext Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new CallerContext();
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new CallerContext
        {
            Client = root.TryGetProperty("client", out var client) ? CallerApplication.From(client) : null,
            Custom = Strings(root, "custom"),
            Environment = Strings(root, "env"),
        };
    }

    private static Dictionary<string, string> Strings(JsonElement root, string name) => root.TryGetProperty(name, out var values)
        ? values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.ToString())
        : null;
}
