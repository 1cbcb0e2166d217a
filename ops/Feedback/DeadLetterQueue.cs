using System.Runtime.CompilerServices;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace SesCompliance.Ops.Feedback;

/// <summary>
/// One of the stack's dead-letter queues. To look at a message is to receive it: it is hidden from others until it is handed back, or the time is over,
/// whatever becomes of this process.
/// </summary>
internal sealed class DeadLetterQueue(IAmazonSQS sqs, QueueKind kind, string url)
{
    /// <summary>SQS's most for one call.</summary>
    private const int Batch = 10;

    /// <summary>Seconds; with any wait SQS asks all of its servers, and an empty answer means an empty queue.</summary>
    private const int Wait = 1;

    private readonly Dictionary<string, string> held = [];

    /// <summary>Whether reading ended although the queue did not say that it was empty: what was handed back by the time came first again.</summary>
    public bool MayHaveMore { get; private set; }

    /// <exception cref="CouldNotAskException">There is no such queue.</exception>
    public static async Task<DeadLetterQueue> FindAsync(Session session, QueueKind kind, CancellationToken cancellationToken)
    {
        var name = kind == QueueKind.Undelivered ? session.Stack.UndeliveredQueue : session.Stack.UnprocessedQueue;
        try
        {
            return new(session.Aws.Sqs, kind, (await session.Aws.Sqs.GetQueueUrlAsync(name, cancellationToken)).QueueUrl);
        }
        catch (QueueDoesNotExistException)
        {
            throw new CouldNotAskException($"There is no queue {name}: deploy stack '{session.Stack.Name}' (pulumi up --stack {session.Stack.Name}), or name another with --stack.");
        }
    }

    /// <summary>What is there, each message once.</summary>
    /// <param name="most">How many messages at most.</param>
    /// <param name="hidden">How long a message stays hidden.</param>
    public async IAsyncEnumerable<DeadLetter> ReadAsync(int most, TimeSpan hidden, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>();
        while (seen.Count < most)
        {
            var received = await ReceiveAsync(Math.Min(Batch, most - seen.Count), hidden, cancellationToken);
            foreach (var message in received)
            {
                held[message.MessageId] = message.ReceiptHandle;
            }

            // A long run meets again what it left.
            var fresh = received.Where(message => seen.Add(message.MessageId)).ToList();
            if (fresh.Count == 0)
            {
                MayHaveMore = received.Count > 0;
                yield break;
            }

            foreach (var message in fresh)
            {
                yield return DeadLetter.Read(kind, message);
            }
        }
    }

    public async Task DeleteAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        await sqs.DeleteMessageAsync(url, held.GetValueOrDefault(letter.Id) ?? letter.ReceiptHandle, cancellationToken);
        held.Remove(letter.Id);
    }

    /// <summary>Hands back at once all that was looked at and not deleted. Where that fails, the time does it.</summary>
    public async Task HandBackAsync()
    {
        foreach (var some in held.Values.Chunk(Batch))
        {
            try
            {
                await sqs.ChangeMessageVisibilityBatchAsync(
                    new ChangeMessageVisibilityBatchRequest
                    {
                        QueueUrl = url,
                        Entries = [.. some.Select((handle, number) => new ChangeMessageVisibilityBatchRequestEntry { Id = $"{number}", ReceiptHandle = handle, VisibilityTimeout = 0 })],
                    },
                    CancellationToken.None);
            }
            catch (Exception error) when (error is Amazon.Runtime.AmazonServiceException or Amazon.Runtime.AmazonClientException or HttpRequestException)
            {
                return;
            }
        }

        held.Clear();
    }

    private async Task<List<Message>> ReceiveAsync(int most, TimeSpan hidden, CancellationToken cancellationToken)
    {
        var answer = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = url,
                MaxNumberOfMessages = most,
                VisibilityTimeout = (int)hidden.TotalSeconds,
                WaitTimeSeconds = Wait,
                MessageSystemAttributeNames = ["SentTimestamp"],
                MessageAttributeNames = ["All"],
            },
            cancellationToken);
        return answer.Messages ?? [];
    }
}
