using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html</summary>
internal static class DescribeExecutionOperation
{
    private static readonly JsonRequestMarshaller<DescribeExecutionRequest> Marshaller = StatesProtocol.Marshaller<DescribeExecutionRequest>("DescribeExecution", Write);

    private static readonly JsonResponse<DescribeExecutionResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, DescribeExecutionRequest request)
    {
        writer.Text("executionArn", request.ExecutionArn);
        writer.Text("includedData", request.IncludedData);
    }

    private static DescribeExecutionResponse Read(JsonElement json) => new()
    {
        ExecutionArn = json.Text("executionArn"),
        StateMachineArn = json.Text("stateMachineArn"),
        Name = json.Text("name"),
        Status = json.Text("status"),
        StartDate = json.Time("startDate"),
        StopDate = json.Time("stopDate"),
        Input = json.Text("input"),
        InputDetails = json.Object("inputDetails", Included),
        Output = json.Text("output"),
        OutputDetails = json.Object("outputDetails", Included),
        TraceHeader = json.Text("traceHeader"),
        MapRunArn = json.Text("mapRunArn"),
        Error = json.Text("error"),
        Cause = json.Text("cause"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        RedriveCount = json.Number("redriveCount"),
        RedriveDate = json.Time("redriveDate"),
        RedriveStatus = json.Text("redriveStatus"),
        RedriveStatusReason = json.Text("redriveStatusReason"),
    };

    private static CloudWatchEventsExecutionDataDetails Included(JsonElement json) => new() { Included = json.Flag("included") };
}
