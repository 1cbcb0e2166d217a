using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>GET /v2/email/suppression/addresses: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html</summary>
internal static class ListSuppressedDestinationsOperation
{
    private static readonly ParameterRequestMarshaller<ListSuppressedDestinationsRequest> Marshaller = new("GET", "/v2/email/suppression/addresses", Write);

    private static readonly JsonResponse<ListSuppressedDestinationsResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(IRequest http, ListSuppressedDestinationsRequest request)
    {
        http.Query("Reason", request.Reasons);
        http.Query("StartDate", request.StartDate);
        http.Query("EndDate", request.EndDate);
        http.Query("NextToken", request.NextToken);
        http.Query("PageSize", request.PageSize);
    }

    private static ListSuppressedDestinationsResponse Read(JsonElement json) => new()
    {
        SuppressedDestinationSummaries = json.Objects("SuppressedDestinationSummaries", ReadSuppressedDestinationSummary),
        NextToken = json.Text("NextToken"),
    };

    private static SuppressedDestinationSummary ReadSuppressedDestinationSummary(JsonElement json) => new()
    {
        EmailAddress = json.Text("EmailAddress"),
        Reason = json.Text("Reason"),
        LastUpdateTime = json.Time("LastUpdateTime"),
    };
}
