namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks for a page of a topic's subscriptions.</summary>
public partial class ListSubscriptionsByTopicRequest : AmazonSimpleNotificationServiceRequest
{
    public string TopicArn { get; set; }

    public string NextToken { get; set; }
}
