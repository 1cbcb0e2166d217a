using System.Xml.Linq;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html</summary>
internal static class GetTopicAttributesOperation
{
    private static readonly QueryRequestMarshaller<GetTopicAttributesRequest> Marshaller = new("GetTopicAttributes", Write);

    private static readonly QueryResponse<GetTopicAttributesResponse> Response = new("GetTopicAttributes", Read);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(ParameterCollection parameters, GetTopicAttributesRequest request)
    {
        parameters.Text("TopicArn", request.TopicArn);
    }

    private static GetTopicAttributesResponse Read(XElement xml) => new() { Attributes = xml.TextMap("Attributes") };
}
