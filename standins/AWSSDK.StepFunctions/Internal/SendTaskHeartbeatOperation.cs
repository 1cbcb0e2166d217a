using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskHeartbeat.html</summary>
internal static class SendTaskHeartbeatOperation
{
    private static readonly JsonRequestMarshaller<SendTaskHeartbeatRequest> Marshaller = StatesProtocol.Marshaller<SendTaskHeartbeatRequest>("SendTaskHeartbeat", Write);

    private static readonly JsonResponse<SendTaskHeartbeatResponse> Response = new(_ => new SendTaskHeartbeatResponse(), ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, SendTaskHeartbeatRequest request)
    {
        writer.Text("taskToken", request.TaskToken);
    }
}
