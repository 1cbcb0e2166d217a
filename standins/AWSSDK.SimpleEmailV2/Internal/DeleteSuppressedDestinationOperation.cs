using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>DELETE /v2/email/suppression/addresses/{EmailAddress}: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DeleteSuppressedDestination.html</summary>
internal static class DeleteSuppressedDestinationOperation
{
    private static readonly ParameterRequestMarshaller<DeleteSuppressedDestinationRequest> Marshaller = new("DELETE", "/v2/email/suppression/addresses/{EmailAddress}", Write);

    private static readonly JsonResponse<DeleteSuppressedDestinationResponse> Response = new(_ => new(), ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(IRequest http, DeleteSuppressedDestinationRequest request)
    {
        http.PathParameter(nameof(request.EmailAddress), request.EmailAddress);
    }
}
