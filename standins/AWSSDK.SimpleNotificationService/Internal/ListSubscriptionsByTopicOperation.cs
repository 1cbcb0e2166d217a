using System.Xml.Linq;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html</summary>
internal static class ListSubscriptionsByTopicOperation
{
    private static readonly QueryRequestMarshaller<ListSubscriptionsByTopicRequest> Marshaller = new("ListSubscriptionsByTopic", Write);

    private static readonly QueryResponse<ListSubscriptionsByTopicResponse> Response = new("ListSubscriptionsByTopic", Read);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(ParameterCollection parameters, ListSubscriptionsByTopicRequest request)
    {
        parameters.Text("NextToken", request.NextToken);
        parameters.Text("TopicArn", request.TopicArn);
    }

    private static ListSubscriptionsByTopicResponse Read(XElement xml) => new()
    {
        Subscriptions = xml.Objects("Subscriptions", ReadSubscription),
        NextToken = xml.Text("NextToken"),
    };

    private static Subscription ReadSubscription(XElement xml) => new()
    {
        SubscriptionArn = xml.Text("SubscriptionArn"),
        Owner = xml.Text("Owner"),
        Protocol = xml.Text("Protocol"),
        Endpoint = xml.Text("Endpoint"),
        TopicArn = xml.Text("TopicArn"),
    };
}
