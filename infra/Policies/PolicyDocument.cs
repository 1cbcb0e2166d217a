using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;

namespace SesCompliance.Infra.Policies;

/// <summary>IAM's policy language, version 2012-10-17.</summary>
internal static class PolicyDocument
{
    public static Output<string> Of(params PolicyStatement[] statements) =>
        Output.All(statements.Select(Statement)).Apply(parts => new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. parts.Select(part => JsonNode.Parse(part))]),
        }.ToJsonString());

    /// <summary>Lets an AWS service take on a role.</summary>
    public static string AssumedBy(string service) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = service },
            ["Action"] = "sts:AssumeRole",
        }),
    }.ToJsonString();

    private static Output<string> Statement(PolicyStatement statement) =>
        Output.Tuple(statement.Resources.ToOutput(), Output.All(statement.Conditions.Select(condition => condition.Value)))
            .Apply(resolved => Statement(statement, resolved.Item1, resolved.Item2).ToJsonString());

    private static JsonObject Statement(PolicyStatement statement, ImmutableArray<string> resources, ImmutableArray<string> conditionValues)
    {
        var json = new JsonObject();
        if (statement.Sid is { } sid)
        {
            json["Sid"] = sid;
        }

        json["Effect"] = "Allow";
        if (statement.Service is { } service)
        {
            json["Principal"] = new JsonObject { ["Service"] = service };
        }

        json["Action"] = new JsonArray([.. statement.Actions.Select(action => (JsonNode)action)]);
        json["Resource"] = new JsonArray([.. resources.Select(resource => (JsonNode)resource)]);
        if (!statement.Conditions.IsEmpty)
        {
            json["Condition"] = new JsonObject(statement.Conditions.Zip(conditionValues)
                .GroupBy(pair => pair.First.Operator)
                .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonObject(
                    group.Select(pair => KeyValuePair.Create(pair.First.Key, (JsonNode?)pair.Second))))));
        }

        return json;
    }
}
