using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>GET /v2/email/account: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html</summary>
internal static class GetAccountOperation
{
    private static readonly ParameterRequestMarshaller<GetAccountRequest> Marshaller = new("GET", "/v2/email/account", (_, _) => { });

    private static readonly JsonResponse<GetAccountResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static GetAccountResponse Read(JsonElement json) => new()
    {
        DedicatedIpAutoWarmupEnabled = json.Flag("DedicatedIpAutoWarmupEnabled"),
        EnforcementStatus = json.Text("EnforcementStatus"),
        ProductionAccessEnabled = json.Flag("ProductionAccessEnabled"),
        SendQuota = json.Object("SendQuota", ReadSendQuota),
        SendingEnabled = json.Flag("SendingEnabled"),
        SuppressionAttributes = json.Object("SuppressionAttributes", ReadSuppressionAttributes),
        Details = json.Object("Details", ReadAccountDetails),
        VdmAttributes = json.Object("VdmAttributes", ReadVdmAttributes),
    };

    private static SendQuota ReadSendQuota(JsonElement json) => new()
    {
        Max24HourSend = json.Double("Max24HourSend"),
        MaxSendRate = json.Double("MaxSendRate"),
        SentLast24Hours = json.Double("SentLast24Hours"),
    };

    private static SuppressionAttributes ReadSuppressionAttributes(JsonElement json) => new()
    {
        SuppressedReasons = json.Texts("SuppressedReasons"),
        ValidationAttributes = json.Object("ValidationAttributes", ReadSuppressionValidationAttributes),
    };

    private static SuppressionValidationAttributes ReadSuppressionValidationAttributes(JsonElement json) => new()
    {
        ConditionThreshold = json.Object("ConditionThreshold", SuppressionReader.ReadSuppressionConditionThreshold),
    };

    private static AccountDetails ReadAccountDetails(JsonElement json) => new()
    {
        MailType = json.Text("MailType"),
        WebsiteURL = json.Text("WebsiteURL"),
        ContactLanguage = json.Text("ContactLanguage"),
        UseCaseDescription = json.Text("UseCaseDescription"),
        AdditionalContactEmailAddresses = json.Texts("AdditionalContactEmailAddresses"),
        ReviewDetails = json.Object("ReviewDetails", ReadReviewDetails),
    };

    private static ReviewDetails ReadReviewDetails(JsonElement json) => new()
    {
        Status = json.Text("Status"),
        CaseId = json.Text("CaseId"),
    };

    private static VdmAttributes ReadVdmAttributes(JsonElement json) => new()
    {
        VdmEnabled = json.Text("VdmEnabled"),
        DashboardAttributes = json.Object("DashboardAttributes", ReadDashboardAttributes),
        GuardianAttributes = json.Object("GuardianAttributes", ReadGuardianAttributes),
    };

    private static DashboardAttributes ReadDashboardAttributes(JsonElement json) => new()
    {
        EngagementMetrics = json.Text("EngagementMetrics"),
    };

    private static GuardianAttributes ReadGuardianAttributes(JsonElement json) => new()
    {
        OptimizedSharedDelivery = json.Text("OptimizedSharedDelivery"),
    };
}
