using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>POST /v2/email/outbound-emails: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html</summary>
internal static class SendEmailOperation
{
    private static readonly JsonRequestMarshaller<SendEmailRequest> Marshaller = SesProtocol.WithBody<SendEmailRequest>("POST", "/v2/email/outbound-emails", Write);

    private static readonly JsonResponse<SendEmailResponse> Response =
        new(json => new SendEmailResponse { MessageId = json.Text("MessageId") }, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, SendEmailRequest request)
    {
        writer.Text("ConfigurationSetName", request.ConfigurationSetName);
        writer.Object("Content", request.Content, MessageBody.Write);
        writer.Object("Destination", request.Destination, Write);
        writer.Objects("EmailTags", request.EmailTags, Write);
        writer.Text("FeedbackForwardingEmailAddress", request.FeedbackForwardingEmailAddress);
        writer.Text("FeedbackForwardingEmailAddressIdentityArn", request.FeedbackForwardingEmailAddressIdentityArn);
        writer.Text("FromEmailAddress", request.FromEmailAddress);
        writer.Text("FromEmailAddressIdentityArn", request.FromEmailAddressIdentityArn);
        writer.Object("ListManagementOptions", request.ListManagementOptions, Write);
        writer.Texts("ReplyToAddresses", request.ReplyToAddresses);
        writer.Text("TenantName", request.TenantName);
    }

    private static void Write(Utf8JsonWriter writer, Destination destination)
    {
        writer.Texts("BccAddresses", destination.BccAddresses);
        writer.Texts("CcAddresses", destination.CcAddresses);
        writer.Texts("ToAddresses", destination.ToAddresses);
    }

    private static void Write(Utf8JsonWriter writer, MessageTag tag)
    {
        writer.Text("Name", tag.Name);
        writer.Text("Value", tag.Value);
    }

    private static void Write(Utf8JsonWriter writer, ListManagementOptions options)
    {
        writer.Text("ContactListName", options.ContactListName);
        writer.Text("TopicName", options.TopicName);
    }
}
