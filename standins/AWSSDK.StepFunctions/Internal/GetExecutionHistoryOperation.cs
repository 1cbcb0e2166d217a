using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html</summary>
internal static class GetExecutionHistoryOperation
{
    private static readonly JsonRequestMarshaller<GetExecutionHistoryRequest> Marshaller = StatesProtocol.Marshaller<GetExecutionHistoryRequest>("GetExecutionHistory", Write);

    private static readonly JsonResponse<GetExecutionHistoryResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, GetExecutionHistoryRequest request)
    {
        writer.Text("executionArn", request.ExecutionArn);
        writer.Flag("includeExecutionData", request.IncludeExecutionData);
        writer.Number("maxResults", request.MaxResults);
        writer.Text("nextToken", request.NextToken);
        writer.Flag("reverseOrder", request.ReverseOrder);
    }

    private static GetExecutionHistoryResponse Read(JsonElement json) => new()
    {
        Events = json.Objects("events", HistoryReader.Read),
        NextToken = json.Text("nextToken"),
    };
}
