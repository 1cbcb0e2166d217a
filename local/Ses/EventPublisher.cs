using SesCompliance.Local.Iam;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>Counts an event and publishes it to the destinations of the mail's configuration set that want it. Mail without a set loses its events, as on AWS.</summary>
internal sealed class EventPublisher(ITopics topics, ConfigurationSetStore sets, ISesMetrics? metrics, TimeProvider time)
{
    private const string Service = "ses.amazonaws.com";
    private const string Subject = "Amazon SES Email Event Notification";

    /// <summary>The text that a topic gets when it becomes a destination; it is not JSON.</summary>
    private const string Validation = "Successfully validated SNS topic for Amazon SES event publishing.";

    /// <exception cref="EventLostException">A destination refused; the others got it.</exception>
    public async Task PublishAsync(SentMail sent, SesEvent happened, CancellationToken cancellationToken)
    {
        Count(sent, happened);
        if (sent.Set is null || sets.Lookup(sent.Set.Name) is not { } set)
        {
            return;
        }

        var message = happened.ToJson(sent);
        List<Exception> refusals = [];
        foreach (var destination in set.Destinations.Where(destination => destination.Enabled && destination.MatchingEventTypes.Contains(happened.Type)))
        {
            try
            {
                await topics.PublishAsync(destination.TopicArn, message, Subject, new ServicePrincipal(Service, set.Arn), cancellationToken);
            }
            catch (AwsException refusal)
            {
                refusals.Add(new EventLostException(happened.Type, sent.MessageId, destination, refusal));
            }
        }

        if (refusals.Count > 0)
        {
            throw refusals.Count == 1 ? refusals[0] : new AggregateException(refusals);
        }
    }

    /// <exception cref="AwsException"><c>BadRequestException</c>: the topic is missing, or its policy does not let SES publish.</exception>
    public async Task ValidateAsync(ConfigurationSet set, EventDestination destination, CancellationToken cancellationToken)
    {
        try
        {
            await topics.PublishAsync(destination.TopicArn, Validation, null, new ServicePrincipal(Service, set.Arn), cancellationToken);
        }
        catch (AwsException refusal)
        {
            throw new AwsException("BadRequestException", $"Could not publish to SNS topic <{destination.TopicArn}>: {refusal.Message}");
        }
    }

    private void Count(SentMail sent, SesEvent happened)
    {
        foreach (var recipients in happened.Recipients.GroupBy(Mailboxes.IsSimulator))
        {
            metrics?.Count(new SesCount(happened.Type, sent.Set?.Name, recipients.Count(), happened.CountsForReputation && !recipients.Key, time.GetUtcNow())
            {
                ReputationMetricsEnabled = sent.Set?.ReputationMetricsEnabled ?? false,
            });
        }
    }
}

/// <summary>AWS would drop this event without a word; here it is kept among the errors.</summary>
internal sealed class EventLostException(SesEventType type, string messageId, EventDestination destination, Exception inner)
    : Exception($"The {type.EventName()} event of message {messageId} did not reach {destination.TopicArn} (event destination {destination.Name}): {inner.Message}", inner);
