using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>GET /v2/email/identities/{EmailIdentity}: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html</summary>
internal static class GetEmailIdentityOperation
{
    private static readonly ParameterRequestMarshaller<GetEmailIdentityRequest> Marshaller = new("GET", "/v2/email/identities/{EmailIdentity}", Write);

    private static readonly JsonResponse<GetEmailIdentityResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(IRequest http, GetEmailIdentityRequest request)
    {
        http.PathParameter(nameof(request.EmailIdentity), request.EmailIdentity);
    }

    private static GetEmailIdentityResponse Read(JsonElement json) => new()
    {
        IdentityType = json.Text("IdentityType"),
        FeedbackForwardingStatus = json.Flag("FeedbackForwardingStatus"),
        VerifiedForSendingStatus = json.Flag("VerifiedForSendingStatus"),
        DkimAttributes = json.Object("DkimAttributes", ReadDkimAttributes),
        MailFromAttributes = json.Object("MailFromAttributes", ReadMailFromAttributes),
        Policies = json.TextMap("Policies"),
        Tags = json.Objects("Tags", TagReader.ReadTag),
        ConfigurationSetName = json.Text("ConfigurationSetName"),
        VerificationStatus = json.Text("VerificationStatus"),
        VerificationInfo = json.Object("VerificationInfo", ReadVerificationInfo),
    };

    private static DkimAttributes ReadDkimAttributes(JsonElement json) => new()
    {
        SigningEnabled = json.Flag("SigningEnabled"),
        Status = json.Text("Status"),
        Tokens = json.Texts("Tokens"),
        SigningHostedZone = json.Text("SigningHostedZone"),
        SigningAttributesOrigin = json.Text("SigningAttributesOrigin"),
        NextSigningKeyLength = json.Text("NextSigningKeyLength"),
        CurrentSigningKeyLength = json.Text("CurrentSigningKeyLength"),
        LastKeyGenerationTimestamp = json.Time("LastKeyGenerationTimestamp"),
    };

    private static MailFromAttributes ReadMailFromAttributes(JsonElement json) => new()
    {
        MailFromDomain = json.Text("MailFromDomain"),
        MailFromDomainStatus = json.Text("MailFromDomainStatus"),
        BehaviorOnMxFailure = json.Text("BehaviorOnMxFailure"),
    };

    private static VerificationInfo ReadVerificationInfo(JsonElement json) => new()
    {
        LastCheckedTimestamp = json.Time("LastCheckedTimestamp"),
        LastSuccessTimestamp = json.Time("LastSuccessTimestamp"),
        ErrorType = json.Text("ErrorType"),
        SOARecord = json.Object("SOARecord", ReadSOARecord),
    };

    private static SOARecord ReadSOARecord(JsonElement json) => new()
    {
        PrimaryNameServer = json.Text("PrimaryNameServer"),
        AdminEmail = json.Text("AdminEmail"),
        SerialNumber = json.LongNumber("SerialNumber"),
    };
}
