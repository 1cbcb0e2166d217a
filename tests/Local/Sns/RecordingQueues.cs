using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Sns;

internal sealed class RecordingQueues : IQueues
{
    public ConcurrentQueue<(string Queue, string Body, JsonObject? Attributes)> Sent { get; } = new();

    public HashSet<string> Missing { get; } = [];

    public Task<string> SendAsync(string queueArn, string body, JsonObject? attributes, CancellationToken cancellationToken)
    {
        if (Missing.Contains(queueArn))
        {
            throw new AwsException("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.");
        }

        Sent.Enqueue((queueArn, body, attributes));
        return Task.FromResult("id");
    }
}
