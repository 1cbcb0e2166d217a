using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html</summary>
internal static class SendTaskFailureOperation
{
    private static readonly JsonRequestMarshaller<SendTaskFailureRequest> Marshaller = StatesProtocol.Marshaller<SendTaskFailureRequest>("SendTaskFailure", Write);

    private static readonly JsonResponse<SendTaskFailureResponse> Response = new(_ => new SendTaskFailureResponse(), ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, SendTaskFailureRequest request)
    {
        writer.Text("cause", request.Cause);
        writer.Text("error", request.Error);
        writer.Text("taskToken", request.TaskToken);
    }
}
