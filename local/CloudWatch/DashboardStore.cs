using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.CloudWatch;

/// <summary>The account's dashboards: kept and handed out; nothing here draws them.</summary>
public sealed class DashboardStore(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Dashboard> dashboards = new();

    public IEnumerable<Dashboard> All => dashboards.Values;

    public Dashboard? Lookup(string name) => dashboards.GetValueOrDefault(name);

    /// <exception cref="FormatException">The name or the body breaks a rule.</exception>
    public Dashboard Put(string name, string body)
    {
        if (name.Length is 0 or > 255 || !name.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '_'))
        {
            throw new FormatException($"dashboardName '{name}' must have 1 to 255 letters, digits, hyphens and underscores");
        }

        return IsObject(body)
            ? dashboards[name] = new Dashboard(name, body, time.GetUtcNow())
            : throw new FormatException($"dashboardBody of '{name}' must be a JSON object");
    }

    /// <returns>False where there is none.</returns>
    public bool Delete(string name) => dashboards.TryRemove(name, out _);

    private static bool IsObject(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <param name="Body">JSON.</param>
public sealed record Dashboard(string Name, string Body, DateTimeOffset ModifiedAt)
{
    public string Arn => $"arn:aws:cloudwatch::{Account.Id}:dashboard/{Name}";
}
