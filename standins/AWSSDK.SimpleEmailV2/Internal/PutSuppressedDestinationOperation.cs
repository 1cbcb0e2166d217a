using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>PUT /v2/email/suppression/addresses: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_PutSuppressedDestination.html</summary>
internal static class PutSuppressedDestinationOperation
{
    private static readonly JsonRequestMarshaller<PutSuppressedDestinationRequest> Marshaller = SesProtocol.WithBody<PutSuppressedDestinationRequest>("PUT", "/v2/email/suppression/addresses", Write);

    private static readonly JsonResponse<PutSuppressedDestinationResponse> Response = new(_ => new(), ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, PutSuppressedDestinationRequest request)
    {
        writer.Text("EmailAddress", request.EmailAddress);
        writer.Text("Reason", request.Reason);
    }
}
