using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html</summary>
internal static class SendTaskSuccessOperation
{
    private static readonly JsonRequestMarshaller<SendTaskSuccessRequest> Marshaller = StatesProtocol.Marshaller<SendTaskSuccessRequest>("SendTaskSuccess", Write);

    private static readonly JsonResponse<SendTaskSuccessResponse> Response = new(_ => new SendTaskSuccessResponse(), ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, SendTaskSuccessRequest request)
    {
        writer.Text("output", request.Output);
        writer.Text("taskToken", request.TaskToken);
    }
}
