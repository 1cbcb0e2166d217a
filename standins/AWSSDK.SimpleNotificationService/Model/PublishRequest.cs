using Amazon.Runtime.StandIns;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A message to a topic, an endpoint or a telephone.</summary>
public partial class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public PublishRequest()
    {
    }

    public PublishRequest(string topicArn, string message) => (TopicArn, Message) = (topicArn, message);

    public PublishRequest(string topicArn, string message, string subject)
        : this(topicArn, message) => Subject = subject;

    public string TopicArn { get; set; }

    public string TargetArn { get; set; }

    public string PhoneNumber { get; set; }

    public string Message { get; set; }

    public string Subject { get; set; }

    public string MessageStructure { get; set; }

    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; } = Collections.InitialMap<MessageAttributeValue>();

    public string MessageDeduplicationId { get; set; }

    public string MessageGroupId { get; set; }
}
