using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html</summary>
internal static class StartExecutionOperation
{
    private static readonly JsonRequestMarshaller<StartExecutionRequest> Marshaller = StatesProtocol.Marshaller<StartExecutionRequest>("StartExecution", Write);

    private static readonly JsonResponse<StartExecutionResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, StartExecutionRequest request)
    {
        writer.Text("input", request.Input);
        writer.Text("name", request.Name);
        writer.Text("stateMachineArn", request.StateMachineArn);
        writer.Text("traceHeader", request.TraceHeader);
    }

    private static StartExecutionResponse Read(JsonElement json) => new()
    {
        ExecutionArn = json.Text("executionArn"),
        StartDate = json.Time("startDate"),
    };
}
