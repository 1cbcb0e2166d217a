using System.Text.Json.Nodes;

namespace SesCompliance.Local.Sqs;

/// <summary>A message in a queue.</summary>
/// <param name="Attributes">Message attributes as the API writes them; null where there are none.</param>
/// <param name="SenderId">The user id of who sent it.</param>
internal sealed record QueueMessage(string Id, string Body, JsonObject? Attributes, string SenderId, DateTimeOffset SentAt)
{
    /// <summary>When it can be received: later than now while it is delayed or in flight.</summary>
    public required DateTimeOffset VisibleAt { get; set; }

    public int ReceiveCount { get; set; }

    public DateTimeOffset? FirstReceivedAt { get; set; }
}

/// <summary>A message as one receive handed it out; a later receive of the same message has another handle.</summary>
internal sealed record ReceivedMessage(QueueMessage Message, int ReceiveCount, string ReceiptHandle);
