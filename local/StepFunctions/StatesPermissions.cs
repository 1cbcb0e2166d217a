using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>What Step Functions' operations need (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html).</summary>
internal static class StatesPermissions
{
    public static Denial Denial { get; } = new("AccessDeniedException", 400);

    public static PermissionTable For(StateMachines machines) => new PermissionTable(Denial)
        .Add("CreateStateMachine", request =>
        [
            new Permission("states:CreateStateMachine", Arns.Machine(request.Input.RequiredText("name"))),
            new Permission("iam:PassRole", request.Input.RequiredText("roleArn")),
        ])
        .Add("UpdateStateMachine", request => request.Input.Text("roleArn") is { } role
            ? [Updating(request), new Permission("iam:PassRole", role)]
            : [Updating(request)])
        .Add(
            "states", request => request.Input.RequiredText("stateMachineArn"),
            "DeleteStateMachine", "DescribeStateMachine", "ListExecutions", "StartExecution", "StartSyncExecution")
        .Add(
            "states", request => request.Input.RequiredText("executionArn"),
            "DescribeExecution", "DescribeStateMachineForExecution", "GetExecutionHistory", "RedriveExecution", "StopExecution")
        .Add("states", request => request.Input.RequiredText("resourceArn"), "ListTagsForResource", "TagResource", "UntagResource")
        .Add("states", _ => Arns.Machine("*"), "ListStateMachines")
        .Add("states", _ => "*", "ValidateStateMachineDefinition")
        .Add("SendTaskFailure", request => Answering(machines, request))
        .Add("SendTaskHeartbeat", request => Answering(machines, request))
        .Add("SendTaskSuccess", request => Answering(machines, request));

    private static Permission Updating(AwsRequest request) => new("states:UpdateStateMachine", request.Input.RequiredText("stateMachineArn"));

    // On the state machine whose task it is. What is no token stands for no machine, and is refused as such.
    private static IEnumerable<Permission> Answering(StateMachines machines, AwsRequest request) =>
        machines.Tokens.MachineOf(request.Input.RequiredText("taskToken")) is { } machine ? [new Permission($"states:{request.Operation}", machine)] : [];
}
