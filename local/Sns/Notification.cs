using System.Text.Json.Nodes;

namespace SesCompliance.Local.Sns;

/// <summary>A published message, and the three shapes in which SNS hands it on.</summary>
/// <param name="Attributes">By name, <c>{"Type", "Value"}</c>.</param>
public sealed record Notification(string MessageId, string TopicArn, string? Subject, string Message, DateTimeOffset Time, JsonObject Attributes)
{
    private const string Host = "https://sns.us-east-1.amazonaws.com";

    /// <summary>Nobody can sign as AWS here: the certificate's address and the signature only have the right shape.</summary>
    private const string SigningCertificate = $"{Host}/SimpleNotificationService-00000000000000000000000000000000.pem";

    /// <summary>The event that a function gets. Source: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html</summary>
    public JsonObject ToLambdaEvent(Subscription subscription) => new()
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = subscription.Arn,
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = MessageId,
                ["TopicArn"] = TopicArn,
                ["Subject"] = Subject,
                ["Message"] = Message,
                ["Timestamp"] = Timestamp,
                ["SignatureVersion"] = "1",
                ["Signature"] = Signature,
                ["SigningCertUrl"] = SigningCertificate,
                ["UnsubscribeUrl"] = UnsubscribeUrl(subscription),
                ["MessageAttributes"] = Attributes.DeepClone(),
            },
        }),
    };

    /// <summary>
    /// The envelope that queues and dead-letter queues get; it spells URL in capitals where the function's event does not, and leaves out what is not there.
    /// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html
    /// </summary>
    public JsonObject ToEnvelope(Subscription subscription)
    {
        var envelope = new JsonObject { ["Type"] = "Notification", ["MessageId"] = MessageId, ["TopicArn"] = TopicArn };
        if (Subject is not null)
        {
            envelope["Subject"] = Subject;
        }

        envelope["Message"] = Message;
        envelope["Timestamp"] = Timestamp;
        envelope["SignatureVersion"] = "1";
        envelope["Signature"] = Signature;
        envelope["SigningCertURL"] = SigningCertificate;
        envelope["UnsubscribeURL"] = UnsubscribeUrl(subscription);
        if (Attributes.Count > 0)
        {
            envelope["MessageAttributes"] = Attributes.DeepClone();
        }

        return envelope;
    }

    /// <summary>The text of the mail that an address gets.</summary>
    public string ToMailText(Subscription subscription) =>
        $"""
        {Message}

        --
        If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:
        {UnsubscribeUrl(subscription)}
        """;

    /// <summary>The message attributes as SQS takes them, for raw delivery.</summary>
    public JsonObject ToQueueAttributes()
    {
        var attributes = new JsonObject();
        foreach (var (name, attribute) in Attributes)
        {
            attributes[name] = new JsonObject
            {
                ["DataType"] = attribute!["Type"]!.GetValue<string>(),
                ["StringValue"] = attribute["Value"]!.GetValue<string>(),
            };
        }

        return attributes;
    }

    private string Timestamp => AwsTime.Format(Time);

    private string Signature => Convert.ToBase64String(Guid.Parse(MessageId).ToByteArray());

    private static string UnsubscribeUrl(Subscription subscription) => $"{Host}/?Action=Unsubscribe&SubscriptionArn={subscription.Arn}";
}
