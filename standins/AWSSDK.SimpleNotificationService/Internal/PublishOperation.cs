using System.Xml.Linq;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>https://docs.aws.amazon.com/sns/latest/api/API_Publish.html</summary>
internal static class PublishOperation
{
    private static readonly QueryRequestMarshaller<PublishRequest> Marshaller = new("Publish", Write);

    private static readonly QueryResponse<PublishResponse> Response = new("Publish", Read);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(ParameterCollection parameters, PublishRequest request)
    {
        parameters.Text("Message", request.Message);
        parameters.Entries("MessageAttributes", request.MessageAttributes, Write);
        parameters.Text("MessageDeduplicationId", request.MessageDeduplicationId);
        parameters.Text("MessageGroupId", request.MessageGroupId);
        parameters.Text("MessageStructure", request.MessageStructure);
        parameters.Text("PhoneNumber", request.PhoneNumber);
        parameters.Text("Subject", request.Subject);
        parameters.Text("TargetArn", request.TargetArn);
        parameters.Text("TopicArn", request.TopicArn);
    }

    private static void Write(ParameterCollection parameters, string prefix, MessageAttributeValue value)
    {
        parameters.Base64(prefix + ".BinaryValue", value.BinaryValue);
        parameters.Text(prefix + ".DataType", value.DataType);
        parameters.Text(prefix + ".StringValue", value.StringValue);
    }

    private static PublishResponse Read(XElement xml) => new()
    {
        MessageId = xml.Text("MessageId"),
        SequenceNumber = xml.Text("SequenceNumber"),
    };
}
