namespace SesCompliance.Local.Sns;

/// <summary>AWS would drop this message without a word; here it is kept among the errors.</summary>
public sealed class UndeliveredException(Notification notification, Subscription subscription, string why, Exception inner)
    : Exception($"Message {notification.MessageId} of {notification.TopicArn} was not delivered to {subscription.Endpoint} ({inner.Message}), and {why}", inner)
{
    public Notification Notification { get; } = notification;

    public Subscription Subscription { get; } = subscription;
}
