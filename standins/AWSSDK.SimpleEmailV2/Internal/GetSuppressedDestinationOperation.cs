using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>GET /v2/email/suppression/addresses/{EmailAddress}: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetSuppressedDestination.html</summary>
internal static class GetSuppressedDestinationOperation
{
    private static readonly ParameterRequestMarshaller<GetSuppressedDestinationRequest> Marshaller = new("GET", "/v2/email/suppression/addresses/{EmailAddress}", Write);

    private static readonly JsonResponse<GetSuppressedDestinationResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(IRequest http, GetSuppressedDestinationRequest request)
    {
        http.PathParameter(nameof(request.EmailAddress), request.EmailAddress);
    }

    private static GetSuppressedDestinationResponse Read(JsonElement json) => new()
    {
        SuppressedDestination = json.Object("SuppressedDestination", ReadSuppressedDestination),
    };

    private static SuppressedDestination ReadSuppressedDestination(JsonElement json) => new()
    {
        EmailAddress = json.Text("EmailAddress"),
        Reason = json.Text("Reason"),
        LastUpdateTime = json.Time("LastUpdateTime"),
        Attributes = json.Object("Attributes", ReadSuppressedDestinationAttributes),
    };

    private static SuppressedDestinationAttributes ReadSuppressedDestinationAttributes(JsonElement json) => new()
    {
        MessageId = json.Text("MessageId"),
        FeedbackId = json.Text("FeedbackId"),
    };
}
