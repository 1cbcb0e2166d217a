using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Ops.Doctor;

/// <summary>Who may publish to a topic, as its policy says.</summary>
internal static class TopicPolicy
{
    private const string Ses = "ses.amazonaws.com";

    /// <summary>What keeps SES from publishing for a configuration set, or lets others' SES publish, too.</summary>
    /// <param name="policy">IAM's JSON.</param>
    /// <returns>Null where SES may publish for this account alone.</returns>
    public static TopicPolicyFlaw? Flaw(string? policy, string account, string configurationSetArn)
    {
        var statements = Statements(policy).Where(ConcernsSes).ToList();
        if (statements.Any(statement => !Allows(statement) && statement["Condition"] is null))
        {
            return new("it denies SES", Blocks: true);
        }

        statements.RemoveAll(statement => !Allows(statement));
        if (statements.Count == 0)
        {
            return new($"no statement lets {Ses} publish", Blocks: true);
        }

        var matching = statements.Where(statement => Matches(statement, "aws:SourceAccount", account) && Matches(statement, "aws:SourceArn", configurationSetArn)).ToList();
        return matching.Count == 0 ? new("its conditions do not hold for this account and configuration set", Blocks: true)
            : statements.Any(statement => Values(statement, "aws:SourceAccount") is null) ? new("it lets every account's SES publish (no aws:SourceAccount)", Blocks: false)
            : null;
    }

    private static IEnumerable<JsonObject> Statements(string? policy)
    {
        try
        {
            return policy is null ? [] : Several((JsonNode.Parse(policy) as JsonObject)?["Statement"]).OfType<JsonObject>();
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool Allows(JsonObject statement) => Text(statement["Effect"]) == "Allow";

    private static bool ConcernsSes(JsonObject statement)
    {
        var principal = statement["Principal"] is JsonObject byKind ? byKind["Service"] : statement["Principal"];
        var forSes = Several(principal).Any(service => Text(service) is Ses or "*");
        return forSes && Several(statement["Action"]).Any(action => Text(action)?.ToLowerInvariant() is "sns:publish" or "sns:*" or "*");
    }

    /// <summary>A key without a condition matches everything.</summary>
    private static bool Matches(JsonObject statement, string key, string value) => Values(statement, key) is not { } allowed || allowed.Any(pattern =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false));

    private static List<string>? Values(JsonObject statement, string key) => (statement["Condition"] as JsonObject)?
        .Where(byOperator => !byOperator.Key.Contains("Not", StringComparison.Ordinal)).Select(byOperator => byOperator.Value).OfType<JsonObject>()
        .SelectMany(keys => keys).Where(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase))
        .Select(entry => Several(entry.Value).Select(Text).OfType<string>().ToList()).FirstOrDefault();

    private static IEnumerable<JsonNode> Several(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => array.OfType<JsonNode>(),
        _ => [node],
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <param name="Blocks">Whether SES's events are lost; otherwise too many may publish.</param>
internal sealed record TopicPolicyFlaw(string What, bool Blocks);
