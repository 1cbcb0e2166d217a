using System.Text.Json;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>Reads a history's events.</summary>
internal static partial class HistoryReader
{
    public static HistoryEvent Read(JsonElement json) => new()
    {
        Timestamp = json.Time("timestamp"),
        Type = json.Text("type"),
        Id = json.LongNumber("id"),
        PreviousEventId = json.LongNumber("previousEventId"),
        TaskFailedEventDetails = json.Object("taskFailedEventDetails", ReadTaskFailedEventDetails),
        TaskScheduledEventDetails = json.Object("taskScheduledEventDetails", ReadTaskScheduledEventDetails),
        TaskStartFailedEventDetails = json.Object("taskStartFailedEventDetails", ReadTaskStartFailedEventDetails),
        TaskStartedEventDetails = json.Object("taskStartedEventDetails", ReadTaskStartedEventDetails),
        TaskSubmitFailedEventDetails = json.Object("taskSubmitFailedEventDetails", ReadTaskSubmitFailedEventDetails),
        TaskSubmittedEventDetails = json.Object("taskSubmittedEventDetails", ReadTaskSubmittedEventDetails),
        TaskSucceededEventDetails = json.Object("taskSucceededEventDetails", ReadTaskSucceededEventDetails),
        TaskTimedOutEventDetails = json.Object("taskTimedOutEventDetails", ReadTaskTimedOutEventDetails),
        ExecutionFailedEventDetails = json.Object("executionFailedEventDetails", ReadExecutionFailedEventDetails),
        ExecutionStartedEventDetails = json.Object("executionStartedEventDetails", ReadExecutionStartedEventDetails),
        ExecutionSucceededEventDetails = json.Object("executionSucceededEventDetails", ReadExecutionSucceededEventDetails),
        ExecutionAbortedEventDetails = json.Object("executionAbortedEventDetails", ReadExecutionAbortedEventDetails),
        ExecutionTimedOutEventDetails = json.Object("executionTimedOutEventDetails", ReadExecutionTimedOutEventDetails),
        ExecutionRedrivenEventDetails = json.Object("executionRedrivenEventDetails", ReadExecutionRedrivenEventDetails),
        LambdaFunctionFailedEventDetails = json.Object("lambdaFunctionFailedEventDetails", ReadLambdaFunctionFailedEventDetails),
        LambdaFunctionScheduleFailedEventDetails = json.Object("lambdaFunctionScheduleFailedEventDetails", ReadLambdaFunctionScheduleFailedEventDetails),
        LambdaFunctionScheduledEventDetails = json.Object("lambdaFunctionScheduledEventDetails", ReadLambdaFunctionScheduledEventDetails),
        LambdaFunctionStartFailedEventDetails = json.Object("lambdaFunctionStartFailedEventDetails", ReadLambdaFunctionStartFailedEventDetails),
        LambdaFunctionSucceededEventDetails = json.Object("lambdaFunctionSucceededEventDetails", ReadLambdaFunctionSucceededEventDetails),
        LambdaFunctionTimedOutEventDetails = json.Object("lambdaFunctionTimedOutEventDetails", ReadLambdaFunctionTimedOutEventDetails),
        StateEnteredEventDetails = json.Object("stateEnteredEventDetails", ReadStateEnteredEventDetails),
        StateExitedEventDetails = json.Object("stateExitedEventDetails", ReadStateExitedEventDetails),
        EvaluationFailedEventDetails = json.Object("evaluationFailedEventDetails", ReadEvaluationFailedEventDetails),
    };

    private static ExecutionFailedEventDetails ReadExecutionFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static ExecutionStartedEventDetails ReadExecutionStartedEventDetails(JsonElement json) => new()
    {
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", ReadHistoryEventExecutionDataDetails),
        RoleArn = json.Text("roleArn"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
    };

    private static ExecutionSucceededEventDetails ReadExecutionSucceededEventDetails(JsonElement json) => new()
    {
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static ExecutionAbortedEventDetails ReadExecutionAbortedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static ExecutionTimedOutEventDetails ReadExecutionTimedOutEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static ExecutionRedrivenEventDetails ReadExecutionRedrivenEventDetails(JsonElement json) => new()
    {
        RedriveCount = json.Number("redriveCount"),
    };

    private static StateEnteredEventDetails ReadStateEnteredEventDetails(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static StateExitedEventDetails ReadStateExitedEventDetails(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
        AssignedVariables = json.TextMap("assignedVariables"),
        AssignedVariablesDetails = json.Object("assignedVariablesDetails", ReadAssignedVariablesDetails),
    };

    private static EvaluationFailedEventDetails ReadEvaluationFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
        Location = json.Text("location"),
        State = json.Text("state"),
    };

    private static AssignedVariablesDetails ReadAssignedVariablesDetails(JsonElement json) => new()
    {
        Truncated = json.Flag("truncated"),
    };

    private static HistoryEventExecutionDataDetails ReadHistoryEventExecutionDataDetails(JsonElement json) => new()
    {
        Truncated = json.Flag("truncated"),
    };
}
