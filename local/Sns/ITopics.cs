using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>What the rest of the cloud (SES events, alarms) asks of SNS.</summary>
public interface ITopics
{
    /// <summary>Publishes to a topic and returns the message id; deliveries go on in the background, with retries and the subscriptions' dead-letter queues.</summary>
    /// <exception cref="AwsException"><c>NotFound</c> (404).</exception>
    Task<string> PublishAsync(string topicArn, string message, string? subject, CancellationToken cancellationToken);

    /// <summary>Publishes as one of AWS's services does on the account's behalf: the topic's policy decides.</summary>
    /// <exception cref="AwsException"><c>NotFound</c> (404), <c>AuthorizationError</c> (403).</exception>
    Task<string> PublishAsync(string topicArn, string message, string? subject, ServicePrincipal publisher, CancellationToken cancellationToken) =>
        PublishAsync(topicArn, message, subject, cancellationToken);
}
