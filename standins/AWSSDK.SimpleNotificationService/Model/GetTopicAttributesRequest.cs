namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks about a topic.</summary>
public partial class GetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest
{
    public string TopicArn { get; set; }
}
