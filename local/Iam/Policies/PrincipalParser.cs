using System.Text.Json.Nodes;

namespace SesCompliance.Local.Iam.Policies;

/// <summary>Reads the Principal element.</summary>
internal static class PrincipalParser
{
    public static IReadOnlyList<PrincipalPattern> Parse(JsonNode? principal, string place) => principal switch
    {
        JsonValue value when value.TryGetValue(out string? text) && text == "*" => [new PrincipalPattern.Everybody()],
        JsonObject { Count: > 0 } kinds => [.. kinds.SelectMany(kind => PolicyJson.Texts(kind.Value, $"{place}.{kind.Key}").Select(name => One(kind.Key, name, place)))],
        _ => throw new PolicySyntaxException($"{place} must be \"*\" or an object"),
    };

    private static PrincipalPattern One(string kind, string name, string place) => kind switch
    {
        "Service" => new PrincipalPattern.Service(name),
        "AWS" when name == "*" => new PrincipalPattern.Everybody(),
        "AWS" when name == Account.Id || name == $"arn:aws:iam::{Account.Id}:root" => new PrincipalPattern.OwnAccount(),
        "AWS" when name.Contains('*', StringComparison.Ordinal) => throw new PolicySyntaxException($"{place}.AWS '{name}': a principal's name takes no wildcard"),
        "AWS" when name.StartsWith($"arn:aws:iam::{Account.Id}:", StringComparison.Ordinal) || name.StartsWith($"arn:aws:sts::{Account.Id}:", StringComparison.Ordinal) =>
            new PrincipalPattern.Identity(name),
        "AWS" => new PrincipalPattern.Stranger(name),
        _ => throw new PolicySyntaxException($"{place}.{kind} is not supported here (Service and AWS are)"),
    };
}
