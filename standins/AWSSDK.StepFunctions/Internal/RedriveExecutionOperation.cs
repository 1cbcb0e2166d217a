using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html</summary>
internal static class RedriveExecutionOperation
{
    private static readonly JsonRequestMarshaller<RedriveExecutionRequest> Marshaller = StatesProtocol.Marshaller<RedriveExecutionRequest>("RedriveExecution", Write);

    private static readonly JsonResponse<RedriveExecutionResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, RedriveExecutionRequest request)
    {
        writer.Text("executionArn", request.ExecutionArn);
        writer.Text("clientToken", request.ClientToken);
    }

    private static RedriveExecutionResponse Read(JsonElement json) => new()
    {
        RedriveDate = json.Time("redriveDate"),
    };
}
