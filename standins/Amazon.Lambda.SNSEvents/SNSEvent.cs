namespace Amazon.Lambda.SNSEvents;

/// <summary>The event that SNS invokes a function with: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html</summary>
public class SNSEvent
{
    public IList<SNSRecord> Records { get; set; }

    /// <summary>One notification and the subscription that brought it.</summary>
    public class SNSRecord
    {
        public string EventSource { get; set; }

        public string EventSubscriptionArn { get; set; }

        public string EventVersion { get; set; }

        public SNSMessage Sns { get; set; }
    }

    /// <summary>The notification. SES's events are JSON text in <see cref="Message"/>.</summary>
    public class SNSMessage
    {
        public string Message { get; set; }

        public IDictionary<string, MessageAttribute> MessageAttributes { get; set; }

        public string MessageId { get; set; }

        public string Signature { get; set; }

        public string SignatureVersion { get; set; }

        public string SigningCertUrl { get; set; }

        public string Subject { get; set; }

        public DateTime Timestamp { get; set; }

        public string TopicArn { get; set; }

        public string Type { get; set; }

        public string UnsubscribeUrl { get; set; }
    }

    /// <summary>One of a notification's attributes.</summary>
    public class MessageAttribute
    {
        public string Type { get; set; }

        public string Value { get; set; }
    }
}
