using System.Text.Json.Nodes;

namespace SesCompliance.Local.Iam.Policies;

/// <summary>
/// Reads policy documents (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html). What it does not know it refuses by name: a policy
/// is never read as more generous or more strict than it is.
/// </summary>
public static class PolicyParser
{
    /// <exception cref="PolicySyntaxException">Names the place.</exception>
    public static PolicyDocument Parse(string text, PolicyKind kind)
    {
        var json = PolicyJson.Read(text);
        PolicyJson.Only(json, "", "Version", "Id", "Statement");
        if (PolicyJson.Text(json, "Version", "") is not (null or "2012-10-17" or "2008-10-17") and var version)
        {
            throw new PolicySyntaxException($"Version '{version}' must be 2012-10-17 or 2008-10-17");
        }

        if (json["Statement"] is not (JsonObject or JsonArray { Count: > 0 }) and var none)
        {
            throw new PolicySyntaxException($"Statement {(none is null ? "is missing" : "must hold at least one statement")}");
        }

        return new PolicyDocument(text, kind, [.. PolicyJson.Each(json["Statement"]).Select((statement, index) => Statement(statement, index + 1, kind))]);
    }

    private static PolicyStatement Statement(JsonNode? node, int number, PolicyKind kind)
    {
        var place = $"Statement {number}: ";
        var json = node as JsonObject ?? throw new PolicySyntaxException($"{place}it must be an object");
        PolicyJson.Only(json, place, "Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition");
        CheckKind(json, place, kind);
        return new PolicyStatement(
            number,
            PolicyJson.Text(json, "Sid", place),
            PolicyJson.Text(json, "Effect", place) switch
            {
                "Allow" => true,
                "Deny" => false,
                var other => throw new PolicySyntaxException($"{place}Effect is '{other}': it must be Allow or Deny"),
            },
            kind == PolicyKind.Identity ? null : PrincipalParser.Parse(json["Principal"], $"{place}Principal"),
            Patterns(json, "Action", place, IsAction, "SERVICE:ACTION or *"),
            kind == PolicyKind.Trust ? null : Patterns(json, "Resource", place, IsResource, "an ARN or *"),
            ConditionParser.Parse(json["Condition"], place));
    }

    private static void CheckKind(JsonObject json, string place, PolicyKind kind)
    {
        var (unwanted, why) = kind switch
        {
            PolicyKind.Identity => ((string[])["Principal"], "an identity's policy names no principal"),
            PolicyKind.Trust => (["Resource", "NotResource"], "a trust policy names no resource"),
            _ => ([], ""),
        };
        if (unwanted.FirstOrDefault(json.ContainsKey) is { } name)
        {
            throw new PolicySyntaxException($"{place}{name} must not be there: {why}");
        }
    }

    private static PatternSet Patterns(JsonObject json, string name, string place, Func<string, bool> isValid, string rule)
    {
        var negated = json.ContainsKey($"Not{name}");
        if (json.ContainsKey(name) == negated)
        {
            throw new PolicySyntaxException($"{place}it must have exactly one of {name} and Not{name}");
        }

        var member = negated ? $"Not{name}" : name;
        var patterns = PolicyJson.Texts(json[member], $"{place}{member}");
        foreach (var pattern in patterns)
        {
            if (!isValid(pattern))
            {
                throw new PolicySyntaxException($"{place}{member} '{pattern}' must be {rule}");
            }

            Variables.Refuse(pattern, $"{place}{member}");
        }

        return new PatternSet(patterns, negated);
    }

    private static bool IsAction(string text) => text == "*" || text.Split(':') is [{ Length: > 0 }, { Length: > 0 }];

    private static bool IsResource(string text) => text == "*" || (text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':').Length >= 6);
}
