using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.StepFunctions;

namespace SesCompliance.Local.Deployment.Resources;

internal static class StepFunctionsResources
{
    public static void AddTo(ResourceKinds kinds, StateMachines machines, IamStore iam) => kinds.Add("aws:sfn/stateMachine:StateMachine", new ResourceKind
    {
        Create = (inputs, _) =>
        {
            inputs.Only("type", "STANDARD");
            var machine = machines.Create(
                inputs.RequiredText("name"),
                inputs.RequiredText("definition"),
                inputs.DeclaredRole("roleArn", iam),
                Logging(inputs.Part("loggingConfiguration")),
                Tracing(inputs.Part("tracingConfiguration")),
                inputs.Map("tags"));
            return new Provisioned(machine.Arn, ("arn", machine.Arn));
        },
        Update = (was, inputs, _) =>
        {
            inputs.WithoutEffect("name", "type");
            machines.Update(
                was.Id,
                inputs.RequiredText("definition"),
                inputs.DeclaredRole("roleArn", iam),
                Logging(inputs.Part("loggingConfiguration")) ?? new JsonObject { ["level"] = "OFF", ["includeExecutionData"] = false },
                Tracing(inputs.Part("tracingConfiguration")) ?? new JsonObject { ["enabled"] = false });
            var tags = inputs.Map("tags");
            machines.Untag(was.Id, [.. machines.Tags(was.Id).Keys.Except(tags.Keys)]);
            machines.Tag(was.Id, tags);
            return new Provisioned(was.Id);
        },
        Delete = (was, _) =>
        {
            machines.Delete(was.Id);
            return Task.CompletedTask;
        },
        ReplacedBy = ["name", "type"],
    });

    private static JsonObject? Tracing(ResourceInputs? tracing) => tracing is null ? null : new JsonObject { ["enabled"] = tracing.Flag("enabled") ?? false };

    private static JsonObject? Logging(ResourceInputs? logging) => logging is null ? null : new JsonObject
    {
        ["level"] = logging.Text("level") ?? "OFF",
        ["includeExecutionData"] = logging.Flag("includeExecutionData") ?? false,
        ["destinations"] = new JsonArray(new JsonObject
        {
            ["cloudWatchLogsLogGroup"] = new JsonObject { ["logGroupArn"] = logging.Text("logDestination") },
        }),
    };
}
