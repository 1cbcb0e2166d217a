using System.Xml.Linq;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html</summary>
internal static class ListTopicsOperation
{
    private static readonly QueryRequestMarshaller<ListTopicsRequest> Marshaller = new("ListTopics", Write);

    private static readonly QueryResponse<ListTopicsResponse> Response = new("ListTopics", Read);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(ParameterCollection parameters, ListTopicsRequest request)
    {
        parameters.Text("NextToken", request.NextToken);
    }

    private static ListTopicsResponse Read(XElement xml) => new()
    {
        Topics = xml.Objects("Topics", topic => new Topic { TopicArn = topic.Text("TopicArn") }),
        NextToken = xml.Text("NextToken"),
    };
}
