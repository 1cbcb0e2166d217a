using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.StepFunctions;

namespace SesCompliance.Local.Deployment.Resources;

internal static class StepFunctionsResources
{
    public static void AddTo(ResourceKinds kinds, StateMachines machines, IamStore iam) => kinds.Add("aws:sfn/stateMachine:StateMachine", (inputs, _) =>
    {
        inputs.Only("type", "STANDARD");
        var machine = machines.Create(
            inputs.RequiredText("name"),
            inputs.RequiredText("definition"),
            inputs.DeclaredRole("roleArn", iam),
            Logging(inputs.Part("loggingConfiguration")),
            inputs.Part("tracingConfiguration") is { } tracing ? new JsonObject { ["enabled"] = tracing.Flag("enabled") ?? false } : null,
            inputs.Map("tags"));
        return new Provisioned(machine.Arn, ("arn", machine.Arn));
    });

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
