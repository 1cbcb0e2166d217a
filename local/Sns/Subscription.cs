namespace SesCompliance.Local.Sns;

/// <param name="Protocol"><c>lambda</c>, <c>sqs</c> or <c>email</c>.</param>
/// <param name="Endpoint">A function's or a queue's ARN, or a mail address.</param>
public sealed record Subscription(string Arn, string TopicArn, string Protocol, string Endpoint)
{
    /// <summary>False until the owner of a mail address has followed the link; nothing is delivered before.</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>What the link in the confirmation mail carries.</summary>
    public string? Token { get; init; }

    /// <summary>The queue that <c>RedrivePolicy.deadLetterTargetArn</c> names.</summary>
    public string? DeadLetterQueueArn { get; init; }

    /// <summary>Queues only: the message alone, without the envelope.</summary>
    public bool RawMessageDelivery { get; init; }

    /// <summary>As listings show it: SNS keeps the ARN to itself until the subscription is confirmed.</summary>
    public string ListedArn => Confirmed ? Arn : "PendingConfirmation";
}
