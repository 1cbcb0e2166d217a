namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks for a page of a topic's subscriptions.</summary>
public partial class ListSubscriptionsByTopicRequest : AmazonSimpleNotificationServiceRequest
{
    public ListSubscriptionsByTopicRequest()
    {
    }

    public ListSubscriptionsByTopicRequest(string topicArn) => TopicArn = topicArn;

    public ListSubscriptionsByTopicRequest(string topicArn, string nextToken)
        : this(topicArn) => NextToken = nextToken;

    public string TopicArn { get; set; }

    public string NextToken { get; set; }
}
