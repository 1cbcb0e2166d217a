namespace Amazon.SimpleNotificationService.Model;

/// <summary>Who gets a topic's messages. An ARN of "PendingConfirmation" is not confirmed yet.</summary>
public partial class Subscription
{
    public string SubscriptionArn { get; set; }

    public string Owner { get; set; }

    public string Protocol { get; set; }

    public string Endpoint { get; set; }

    public string TopicArn { get; set; }
}
