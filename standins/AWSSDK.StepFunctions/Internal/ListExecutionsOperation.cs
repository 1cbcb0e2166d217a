using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html</summary>
internal static class ListExecutionsOperation
{
    private static readonly JsonRequestMarshaller<ListExecutionsRequest> Marshaller = StatesProtocol.Marshaller<ListExecutionsRequest>("ListExecutions", Write);

    private static readonly JsonResponse<ListExecutionsResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, ListExecutionsRequest request)
    {
        writer.Text("stateMachineArn", request.StateMachineArn);
        writer.Text("statusFilter", request.StatusFilter);
        writer.Number("maxResults", request.MaxResults);
        writer.Text("nextToken", request.NextToken);
        writer.Text("mapRunArn", request.MapRunArn);
        writer.Text("redriveFilter", request.RedriveFilter);
    }

    private static ListExecutionsResponse Read(JsonElement json) => new()
    {
        Executions = json.Objects("executions", ReadExecutionListItem),
        NextToken = json.Text("nextToken"),
    };

    private static ExecutionListItem ReadExecutionListItem(JsonElement json) => new()
    {
        ExecutionArn = json.Text("executionArn"),
        StateMachineArn = json.Text("stateMachineArn"),
        Name = json.Text("name"),
        Status = json.Text("status"),
        StartDate = json.Time("startDate"),
        StopDate = json.Time("stopDate"),
        MapRunArn = json.Text("mapRunArn"),
        ItemCount = json.Number("itemCount"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        RedriveCount = json.Number("redriveCount"),
        RedriveDate = json.Time("redriveDate"),
    };
}
