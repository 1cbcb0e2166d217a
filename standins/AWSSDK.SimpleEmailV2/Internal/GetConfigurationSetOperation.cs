using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>GET /v2/email/configuration-sets/{ConfigurationSetName}: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSet.html</summary>
internal static class GetConfigurationSetOperation
{
    private static readonly ParameterRequestMarshaller<GetConfigurationSetRequest> Marshaller = new("GET", "/v2/email/configuration-sets/{ConfigurationSetName}", Write);

    private static readonly JsonResponse<GetConfigurationSetResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(IRequest http, GetConfigurationSetRequest request)
    {
        http.PathParameter(nameof(request.ConfigurationSetName), request.ConfigurationSetName);
    }

    private static GetConfigurationSetResponse Read(JsonElement json) => new()
    {
        ConfigurationSetName = json.Text("ConfigurationSetName"),
        TrackingOptions = json.Object("TrackingOptions", ReadTrackingOptions),
        DeliveryOptions = json.Object("DeliveryOptions", ReadDeliveryOptions),
        ReputationOptions = json.Object("ReputationOptions", ReadReputationOptions),
        SendingOptions = json.Object("SendingOptions", ReadSendingOptions),
        Tags = json.Objects("Tags", TagReader.ReadTag),
        SuppressionOptions = json.Object("SuppressionOptions", ReadSuppressionOptions),
        VdmOptions = json.Object("VdmOptions", ReadVdmOptions),
        ArchivingOptions = json.Object("ArchivingOptions", ReadArchivingOptions),
    };

    private static TrackingOptions ReadTrackingOptions(JsonElement json) => new()
    {
        CustomRedirectDomain = json.Text("CustomRedirectDomain"),
        HttpsPolicy = json.Text("HttpsPolicy"),
    };

    private static DeliveryOptions ReadDeliveryOptions(JsonElement json) => new()
    {
        TlsPolicy = json.Text("TlsPolicy"),
        SendingPoolName = json.Text("SendingPoolName"),
        MaxDeliverySeconds = json.LongNumber("MaxDeliverySeconds"),
    };

    private static ReputationOptions ReadReputationOptions(JsonElement json) => new()
    {
        ReputationMetricsEnabled = json.Flag("ReputationMetricsEnabled"),
        LastFreshStart = json.Time("LastFreshStart"),
    };

    private static SendingOptions ReadSendingOptions(JsonElement json) => new()
    {
        SendingEnabled = json.Flag("SendingEnabled"),
    };

    private static SuppressionOptions ReadSuppressionOptions(JsonElement json) => new()
    {
        SuppressedReasons = json.Texts("SuppressedReasons"),
        ValidationOptions = json.Object("ValidationOptions", ReadSuppressionValidationOptions),
    };

    private static SuppressionValidationOptions ReadSuppressionValidationOptions(JsonElement json) => new()
    {
        ConditionThreshold = json.Object("ConditionThreshold", SuppressionReader.ReadSuppressionConditionThreshold),
    };

    private static VdmOptions ReadVdmOptions(JsonElement json) => new()
    {
        DashboardOptions = json.Object("DashboardOptions", ReadDashboardOptions),
        GuardianOptions = json.Object("GuardianOptions", ReadGuardianOptions),
    };

    private static DashboardOptions ReadDashboardOptions(JsonElement json) => new()
    {
        EngagementMetrics = json.Text("EngagementMetrics"),
    };

    private static GuardianOptions ReadGuardianOptions(JsonElement json) => new()
    {
        OptimizedSharedDelivery = json.Text("OptimizedSharedDelivery"),
    };

    private static ArchivingOptions ReadArchivingOptions(JsonElement json) => new()
    {
        ArchiveArn = json.Text("ArchiveArn"),
    };
}
