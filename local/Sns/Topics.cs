using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>SNS: topics, their subscriptions, and publishing to them.</summary>
public sealed class Topics : ITopics, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Topic> topics = new();
    private readonly ConcurrentDictionary<string, Subscription> subscriptions = new();
    private readonly BackgroundWork background = new();
    private readonly TimeProvider time;
    private readonly SharedRandom random;
    private readonly SnsOptions options;
    private readonly INotificationMail mail;
    private readonly Delivery delivery;
    private readonly Access access;

    public Topics(TimeProvider time, Random random, ILambda lambda, IQueues queues, INotificationMail mail, Access? access = null, SnsOptions? options = null)
    {
        this.time = time;
        this.random = new SharedRandom(random);
        this.options = options ?? new SnsOptions();
        this.mail = mail;
        this.access = access ?? new Access();
        delivery = new Delivery(time, this.random, lambda, queues, mail, this.options.DeliveryPolicy, Faults);
    }

    public SnsFaults Faults { get; } = new();

    /// <summary>What could be neither delivered nor put into a dead-letter queue.</summary>
    public IReadOnlyList<Exception> Errors => background.Errors;

    public IEnumerable<Topic> All => topics.Values;

    public IEnumerable<Subscription> Subscriptions => subscriptions.Values;

    /// <summary>Creates a topic, or sets an existing one's properties.</summary>
    public Topic Create(Topic topic)
    {
        if (topic.Name is not { Length: >= 1 and <= 256 } name || !name.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '_' or '-'))
        {
            throw Invalid($"Topic Name ({topic.Name})");
        }

        KeepPolicy(topic);
        topics[topic.Arn] = topic;
        return topic;
    }

    /// <param name="policy">As JSON; null gives back SNS's own.</param>
    public Topic SetPolicy(string topicArn, string? policy)
    {
        var topic = Find(topicArn) with { Policy = policy };
        KeepPolicy(topic);
        return topics[topicArn] = topic;
    }

    public void Delete(string topicArn)
    {
        topics.TryRemove(topicArn, out _);
        access.Resources.Remove(topicArn);
        foreach (var subscription in OfTopic(topicArn))
        {
            subscriptions.TryRemove(subscription.Arn, out _);
        }
    }

    public Subscription Subscribe(string topicArn, string protocol, string endpoint, string? deadLetterQueueArn = null, bool rawMessageDelivery = false)
    {
        var topic = Find(topicArn);
        var valid = protocol switch
        {
            "lambda" => endpoint.StartsWith("arn:aws:lambda:", StringComparison.Ordinal),
            "sqs" => endpoint.StartsWith("arn:aws:sqs:", StringComparison.Ordinal),
            "email" => endpoint.Contains('@', StringComparison.Ordinal),
            _ => throw new AwsException("InvalidParameter", $"Invalid parameter: Protocol: '{protocol}' is not supported by the embedded cloud (lambda, sqs and email are)"),
        };
        if (!valid)
        {
            throw Invalid($"Endpoint: '{endpoint}' is none for protocol {protocol}");
        }

        if (rawMessageDelivery && protocol != "sqs")
        {
            throw Invalid($"RawMessageDelivery: protocol {protocol} has none");
        }

        // The same endpoint once: SNS answers with the subscription that is there.
        var existing = OfTopic(topicArn).FirstOrDefault(candidate => candidate.Protocol == protocol && candidate.Endpoint == endpoint);
        var subscription = (existing ?? new Subscription($"{topicArn}:{random.NextGuid()}", topicArn, protocol, endpoint)
        {
            Confirmed = protocol != "email",
            Token = protocol == "email" ? random.NextText(64, "0123456789abcdef") : null,
        }) with { DeadLetterQueueArn = deadLetterQueueArn, RawMessageDelivery = rawMessageDelivery };
        subscriptions[subscription.Arn] = subscription;
        return existing is null && protocol == "email" ? AskForConfirmation(topic, subscription) : subscription;
    }

    /// <summary>Confirms a pending subscription by the token in its mail.</summary>
    public Subscription Confirm(string topicArn, string token)
    {
        Find(topicArn);
        var subscription = OfTopic(topicArn).FirstOrDefault(candidate => candidate.Token == token) ?? throw Invalid("Token");
        return subscriptions[subscription.Arn] = subscription with { Confirmed = true };
    }

    public void Unsubscribe(string subscriptionArn) => subscriptions.TryRemove(subscriptionArn, out _);

    /// <exception cref="AwsException"><c>NotFound</c>.</exception>
    public Topic Find(string topicArn)
    {
        if (!topicArn.StartsWith("arn:", StringComparison.Ordinal) || topicArn.Split(':').Length != 6)
        {
            throw Invalid("TopicArn");
        }

        return topics.GetValueOrDefault(topicArn) ?? throw new AwsException("NotFound", "Topic does not exist", 404);
    }

    /// <exception cref="AwsException"><c>NotFound</c>.</exception>
    public Subscription FindSubscription(string arn) =>
        subscriptions.GetValueOrDefault(arn) ?? throw new AwsException("NotFound", "Subscription does not exist", 404);

    public IEnumerable<Subscription> OfTopic(string topicArn) => subscriptions.Values.Where(subscription => subscription.TopicArn == topicArn);

    public Task<string> PublishAsync(string topicArn, string message, string? subject, CancellationToken cancellationToken) =>
        Task.FromResult(Publish(topicArn, message, subject, []));

    public Task<string> PublishAsync(string topicArn, string message, string? subject, ServicePrincipal publisher, CancellationToken cancellationToken)
    {
        access.Demand(new AccessRequest(publisher, SnsPermissions.Publish, Find(topicArn).Arn), SnsPermissions.Denial);
        return PublishAsync(topicArn, message, subject, cancellationToken);
    }

    /// <param name="attributes">By name, <c>{"Type", "Value"}</c>.</param>
    /// <returns>The message's id.</returns>
    public string Publish(string topicArn, string message, string? subject, JsonObject attributes)
    {
        Find(topicArn);
        PublishInput.Check(message, subject);
        var notification = new Notification(random.NextGuid().ToString(), topicArn, subject, message, time.GetUtcNow(), attributes);
        foreach (var subscription in OfTopic(topicArn).Where(subscription => subscription.Confirmed))
        {
            for (var copy = 0; copy <= Faults.Duplicates; copy++)
            {
                background.Start(stop => delivery.DeliverAsync(notification, subscription, stop));
            }
        }

        return notification.MessageId;
    }

    /// <summary>Ends when every message that was published is delivered or dead.</summary>
    public Task IdleAsync(CancellationToken cancellationToken = default) => background.IdleAsync(cancellationToken);

    public ValueTask DisposeAsync() => background.DisposeAsync();

    private static AwsException Invalid(string what) => new("InvalidParameter", $"Invalid parameter: {what}");

    private void KeepPolicy(Topic topic)
    {
        try
        {
            access.Resources.Set(topic.Arn, topic.Policy ?? DefaultTopicPolicy.For(topic).ToJsonString());
        }
        catch (PolicySyntaxException fault)
        {
            throw Invalid($"Policy Error: {fault.Message}");
        }
    }

    private Subscription AskForConfirmation(Topic topic, Subscription subscription)
    {
        mail.Deliver(
            subscription.Endpoint,
            "AWS Notification - Subscription Confirmation",
            $"""
            You have chosen to subscribe to the topic:
            {topic.Arn}

            To confirm this subscription, click or visit the link below (If this was in error no action is necessary):
            https://sns.{Account.Region}.amazonaws.com/confirmation.html?TopicArn={topic.Arn}&Token={subscription.Token}&Endpoint={subscription.Endpoint}
            """,
            time.GetUtcNow());
        return options.ConfirmsEmail ? Confirm(topic.Arn, subscription.Token!) : subscription;
    }
}
