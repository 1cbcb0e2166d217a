using System.Text.Json;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>Reads the details of tasks.</summary>
internal static partial class HistoryReader
{
    private static TaskFailedEventDetails ReadTaskFailedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static TaskScheduledEventDetails ReadTaskScheduledEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Region = json.Text("region"),
        Parameters = json.Text("parameters"),
        TimeoutInSeconds = json.LongNumber("timeoutInSeconds"),
        HeartbeatInSeconds = json.LongNumber("heartbeatInSeconds"),
        TaskCredentials = json.Object("taskCredentials", ReadTaskCredentials),
    };

    private static TaskStartFailedEventDetails ReadTaskStartFailedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static TaskStartedEventDetails ReadTaskStartedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
    };

    private static TaskSubmitFailedEventDetails ReadTaskSubmitFailedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static TaskSubmittedEventDetails ReadTaskSubmittedEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static TaskSucceededEventDetails ReadTaskSucceededEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static TaskTimedOutEventDetails ReadTaskTimedOutEventDetails(JsonElement json) => new()
    {
        ResourceType = json.Text("resourceType"),
        Resource = json.Text("resource"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static TaskCredentials ReadTaskCredentials(JsonElement json) => new()
    {
        RoleArn = json.Text("roleArn"),
    };

    private static LambdaFunctionFailedEventDetails ReadLambdaFunctionFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static LambdaFunctionScheduleFailedEventDetails ReadLambdaFunctionScheduleFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static LambdaFunctionScheduledEventDetails ReadLambdaFunctionScheduledEventDetails(JsonElement json) => new()
    {
        Resource = json.Text("resource"),
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", ReadHistoryEventExecutionDataDetails),
        TimeoutInSeconds = json.LongNumber("timeoutInSeconds"),
        TaskCredentials = json.Object("taskCredentials", ReadTaskCredentials),
    };

    private static LambdaFunctionStartFailedEventDetails ReadLambdaFunctionStartFailedEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };

    private static LambdaFunctionSucceededEventDetails ReadLambdaFunctionSucceededEventDetails(JsonElement json) => new()
    {
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", ReadHistoryEventExecutionDataDetails),
    };

    private static LambdaFunctionTimedOutEventDetails ReadLambdaFunctionTimedOutEventDetails(JsonElement json) => new()
    {
        Error = json.Text("error"),
        Cause = json.Text("cause"),
    };
}
