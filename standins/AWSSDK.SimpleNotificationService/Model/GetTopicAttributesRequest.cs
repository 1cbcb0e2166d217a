namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks about a topic.</summary>
public partial class GetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public GetTopicAttributesRequest()
    {
    }

    public GetTopicAttributesRequest(string topicArn) => TopicArn = topicArn;

    public string TopicArn { get; set; }
}
