using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>Takes one message to one subscription: attempts, retries, and the dead-letter queue in the end.</summary>
internal sealed class Delivery(
    TimeProvider time, SharedRandom random, ILambda lambda, IQueues queues, INotificationMail mail, DeliveryPolicy policy, SnsFaults faults)
{
    /// <exception cref="UndeliveredException">It could be delivered neither to the subscription nor to a dead-letter queue.</exception>
    public async Task DeliverAsync(Notification notification, Subscription subscription, CancellationToken cancellationToken)
    {
        if (faults.ShuffleWithin > TimeSpan.Zero)
        {
            await Task.Delay(faults.ShuffleWithin * random.NextDouble(), time, cancellationToken);
        }

        var attempts = new DeliveryAttempts(policy, time.GetUtcNow(), random.NextDouble);
        while (await TryAsync(notification, subscription, cancellationToken) is { } failure)
        {
            if (IsClientError(failure) || attempts.Next(time.GetUtcNow()) is not { } wait)
            {
                await BuryAsync(notification, subscription, failure, cancellationToken);
                return;
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    /// <summary>The endpoint is gone or forbidden: SNS does not try again. Throttling is the endpoint's trouble, not ours.</summary>
    private static bool IsClientError(Exception failure) => failure is AwsException { StatusCode: >= 400 and < 500 and not 429 };

    private async Task<Exception?> TryAsync(Notification notification, Subscription subscription, CancellationToken cancellationToken)
    {
        try
        {
            await HandOverAsync(notification, subscription, cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever an endpoint does, the message is retried or buried.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    private async Task HandOverAsync(Notification notification, Subscription subscription, CancellationToken cancellationToken)
    {
        var sns = AsSns(notification);
        switch (subscription.Protocol)
        {
            case "lambda":
                await lambda.EnqueueAsync(subscription.Endpoint, notification.ToLambdaEvent(subscription).ToJsonString(PlainJson.Options), sns, cancellationToken);
                break;
            case "sqs" when subscription.RawMessageDelivery:
                await queues.SendAsync(subscription.Endpoint, notification.Message, notification.ToQueueAttributes(), sns, cancellationToken);
                break;
            case "sqs":
                await queues.SendAsync(subscription.Endpoint, notification.ToEnvelope(subscription).ToJsonString(PlainJson.Options), null, sns, cancellationToken);
                break;
            default:
                mail.Deliver(
                    subscription.Endpoint, notification.Subject ?? "AWS Notification Message", notification.ToMailText(subscription), time.GetUtcNow());
                break;
        }
    }

    /// <summary>SNS calls for the topic: functions' and queues' own policies decide.</summary>
    private static ServicePrincipal AsSns(Notification notification) => new("sns.amazonaws.com", notification.TopicArn);

    private async Task BuryAsync(Notification notification, Subscription subscription, Exception failure, CancellationToken cancellationToken)
    {
        if (subscription.DeadLetterQueueArn is not { } queue)
        {
            throw new UndeliveredException(notification, subscription, "the subscription has no dead-letter queue", failure);
        }

        try
        {
            await queues.SendAsync(
                queue,
                notification.ToEnvelope(subscription).ToJsonString(PlainJson.Options),
                DeadLetter.Attributes(failure, random.NextGuid().ToString()),
                AsSns(notification),
                cancellationToken);
        }
        catch (AwsException refusal)
        {
            throw new UndeliveredException(notification, subscription, $"its dead-letter queue {queue} refused it ({refusal.Message})", failure);
        }
    }
}
