using System.IO.Enumeration;
using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Sns;

/// <summary>
/// Whether a topic's policy lets a service publish. An explicit denial wins, nothing said is a denial, and a condition that is not known here never holds for an
/// Allow and always for a Deny, so that a policy is never read as more generous than AWS reads it.
/// </summary>
public static class TopicPolicy
{
    private const string PublishAction = "sns:Publish";

    public static bool AllowsPublish(Topic topic, ServicePrincipal publisher)
    {
        if (topic.Policy is null)
        {
            return true;
        }

        var statements = Each(JsonNode.Parse(topic.Policy)!["Statement"]).OfType<JsonObject>().Where(statement => Concerns(statement, topic, publisher)).ToList();
        return statements.Any(statement => Effect(statement) == "Allow" && ConditionsHold(statement, publisher, whenUnknown: false))
            && !statements.Any(statement => Effect(statement) == "Deny" && ConditionsHold(statement, publisher, whenUnknown: true));
    }

    private static string? Effect(JsonObject statement) => statement["Effect"]?.GetValue<string>();

    private static bool Concerns(JsonObject statement, Topic topic, ServicePrincipal publisher) =>
        Texts(statement["Action"]).Any(action => Matches(action, PublishAction, ignoreCase: true))
        && Texts(statement["Resource"]).Any(resource => Matches(resource, topic.Arn))
        && statement["Principal"] switch
        {
            JsonObject principal => Texts(principal["Service"]).Contains(publisher.Service) || Texts(principal["AWS"]).Contains("*"),
            JsonValue everybody => everybody.GetValue<string>() == "*",
            _ => false,
        };

    private static bool ConditionsHold(JsonObject statement, ServicePrincipal publisher, bool whenUnknown) =>
        (statement["Condition"] as JsonObject ?? []).All(condition => (condition.Value as JsonObject ?? [])
            .All(test => Holds(condition.Key, Actual(test.Key, publisher), Texts(test.Value), whenUnknown)));

    private static string? Actual(string key, ServicePrincipal publisher) => key.ToUpperInvariant() switch
    {
        "AWS:SOURCEARN" => publisher.SourceArn,
        "AWS:SOURCEACCOUNT" or "AWS:SOURCEOWNER" => Account.Id,
        _ => null,
    };

    private static bool Holds(string condition, string? actual, IEnumerable<string> expected, bool whenUnknown) => (condition, actual) switch
    {
        (_, null) => whenUnknown,
        ("StringEquals", _) => expected.Contains(actual),
        ("StringEqualsIgnoreCase", _) => expected.Contains(actual, StringComparer.OrdinalIgnoreCase),
        ("StringNotEquals", _) => !expected.Contains(actual),
        ("StringLike" or "ArnEquals" or "ArnLike", _) => expected.Any(pattern => Matches(pattern, actual!)),
        ("StringNotLike" or "ArnNotEquals" or "ArnNotLike", _) => !expected.Any(pattern => Matches(pattern, actual!)),
        _ => whenUnknown,
    };

    private static bool Matches(string pattern, string text, bool ignoreCase = false) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);

    private static IEnumerable<string> Texts(JsonNode? node) => Each(node).Select(item => item!.GetValue<string>());

    private static JsonNode?[] Each(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list],
        _ => [node],
    };
}
