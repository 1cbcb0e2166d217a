using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>A standard queue: messages that a receive hides for a while and a delete takes out.</summary>
public sealed class Queue
{
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<QueueMessage> messages = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Queue(string name, TimeProvider time)
    {
        this.time = time;
        Name = name;
        CreatedAt = ModifiedAt = time.GetUtcNow();
    }

    public string Name { get; }

    public string Arn => Account.Arn("sqs", Name);

    /// <summary>The queue's resource policy (JSON); null where it has none.</summary>
    public string? Policy => Settings.Policy;

    internal QueueSettings Settings { get; } = new();

    internal Dictionary<string, string> Tags { get; } = [];

    internal DateTimeOffset CreatedAt { get; }

    internal DateTimeOffset ModifiedAt { get; set; }

    /// <summary>How many messages wait, are in flight, are delayed.</summary>
    public (int Waiting, int InFlight, int Delayed) Count()
    {
        lock (gate)
        {
            var now = DropExpired();
            var hidden = messages.Where(message => message.VisibleAt > now).ToList();
            var delayed = hidden.Count(message => message.ReceiveCount == 0);
            return (messages.Count - hidden.Count, hidden.Count - delayed, delayed);
        }
    }

    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>, <c>InvalidMessageContents</c>.</exception>
    internal QueueMessage Send(string body, JsonObject? attributes, string senderId, TimeSpan? delay)
    {
        MessageRules.Check(body, attributes, Settings.MaximumSize);
        lock (gate)
        {
            var now = time.GetUtcNow();
            var message = new QueueMessage(Guid.NewGuid().ToString(), body, attributes, senderId, now) { VisibleAt = now + (delay ?? Settings.Delay) };
            messages.Add(message);
            Changed();
            return message;
        }
    }

    /// <summary>Receives what is there, or waits for a message.</summary>
    internal async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int most, TimeSpan? visibility, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + (wait ?? Settings.Wait);
        while (true)
        {
            Task change;
            TimeSpan patience;
            lock (gate)
            {
                var now = DropExpired();
                if (Take(most, now, now + (visibility ?? Settings.Visibility)) is { Count: > 0 } taken)
                {
                    return taken;
                }

                if (now >= deadline)
                {
                    return [];
                }

                var next = messages.Select(message => message.VisibleAt).Append(deadline).Min();
                patience = next - now + TimeSpan.FromMilliseconds(1);
                change = changed.Task;
            }

            try
            {
                await change.WaitAsync(patience, time, cancellationToken);
            }
            catch (TimeoutException)
            {
            }
        }
    }

    /// <summary>Takes a message out; a handle of an earlier receive, or of a message that is gone, changes nothing.</summary>
    internal void Delete(string receiptHandle)
    {
        var (id, receive) = ReceiptHandle.Parse(Name, receiptHandle);
        lock (gate)
        {
            messages.RemoveAll(message => message.Id == id && message.ReceiveCount == receive);
        }
    }

    /// <exception cref="AwsException"><c>MessageNotInflight</c>.</exception>
    internal void ChangeVisibility(string receiptHandle, TimeSpan visibility)
    {
        var (id, receive) = ReceiptHandle.Parse(Name, receiptHandle);
        lock (gate)
        {
            var now = time.GetUtcNow();
            var message = messages.Find(candidate => candidate.Id == id && candidate.ReceiveCount == receive && candidate.VisibleAt > now)
                ?? throw new AwsException("MessageNotInflight", $"Value {receiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.");
            message.VisibleAt = now + visibility;
            Changed();
        }
    }

    internal void Purge()
    {
        lock (gate)
        {
            messages.Clear();
        }
    }

    private List<ReceivedMessage> Take(int most, DateTimeOffset now, DateTimeOffset hiddenUntil)
    {
        List<ReceivedMessage> taken = [];
        foreach (var message in messages.Where(message => message.VisibleAt <= now).Take(most))
        {
            message.ReceiveCount++;
            message.FirstReceivedAt ??= now;
            message.VisibleAt = hiddenUntil;
            taken.Add(new ReceivedMessage(message, message.ReceiveCount, ReceiptHandle.For(Name, message)));
        }

        return taken;
    }

    private DateTimeOffset DropExpired()
    {
        var now = time.GetUtcNow();
        messages.RemoveAll(message => message.SentAt + Settings.Retention <= now);
        return now;
    }

    private void Changed()
    {
        changed.TrySetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
