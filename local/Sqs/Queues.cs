using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>The account's queues.</summary>
public sealed partial class Queues(TimeProvider time, Access? access = null) : IQueues
{
    private readonly Access access = access ?? new Access(enforced: false);
    private readonly ConcurrentDictionary<string, Queue> queues = new();
    private readonly Lock gate = new();

    public IReadOnlyList<Queue> All => [.. queues.Values.OrderBy(queue => queue.Name, StringComparer.Ordinal)];

    /// <summary>Creates a queue, or returns the one that has this name and these attributes already.</summary>
    /// <param name="attributes">As SQS names and writes them, e.g. <c>MessageRetentionPeriod</c> <c>1209600</c>, <c>Policy</c>.</param>
    /// <exception cref="AwsException"><c>QueueNameExists</c>, <c>InvalidAttributeName</c>, <c>InvalidAttributeValue</c>, <c>InvalidParameterValueException</c>.</exception>
    public Queue Create(string name, IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string> tags)
    {
        if (!QueueName().IsMatch(name))
        {
            throw SqsErrors.InvalidParameter(name.EndsWith(".fifo", StringComparison.Ordinal)
                ? $"The embedded cloud does not have FIFO queues, and {name} would be one (see docs/supported.md)"
                : "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }

        lock (gate)
        {
            if (queues.TryGetValue(name, out var existing))
            {
                return existing.Settings.Difference(attributes) is { } difference
                    ? throw new AwsException("QueueNameExists", $"A queue already exists with the same name and a different value for attribute {difference}")
                    : existing;
            }

            var queue = new Queue(name, time);
            queue.Settings.Set(attributes);
            KeepPolicy(queue);
            foreach (var (key, value) in tags)
            {
                queue.Tags[key] = value;
            }

            return queues[name] = queue;
        }
    }

    /// <summary>Gives a queue these attributes and tags; messages and other attributes stay.</summary>
    /// <exception cref="AwsException"><c>QueueDoesNotExist</c>, <c>InvalidAttributeName</c>, <c>InvalidAttributeValue</c>.</exception>
    public void Update(string name, IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string> tags)
    {
        var queue = Named(name);
        SetAttributes(queue, attributes);
        lock (gate)
        {
            queue.Tags.Clear();
            foreach (var (key, value) in tags)
            {
                queue.Tags[key] = value;
            }
        }
    }

    /// <summary>Sets a queue's resource policy (JSON); an empty text takes it away.</summary>
    /// <exception cref="AwsException"><c>QueueDoesNotExist</c>, <c>InvalidAttributeValue</c>.</exception>
    public void SetPolicy(string name, string policy) => SetAttributes(Named(name), new Dictionary<string, string> { ["Policy"] = policy });

    /// <exception cref="AwsException"><c>QueueDoesNotExist</c>.</exception>
    public void Delete(string name)
    {
        if (!queues.TryRemove(name, out var removed))
        {
            throw SqsErrors.NoQueue();
        }

        access.Resources.Remove(removed.Arn);
    }

    /// <exception cref="AwsException"><c>QueueDoesNotExist</c>.</exception>
    public Queue Named(string name) => queues.GetValueOrDefault(name) ?? throw SqsErrors.NoQueue();

    public Task<string> SendAsync(string queueArn, string body, JsonObject? attributes, CancellationToken cancellationToken)
    {
        var queue = queues.Values.FirstOrDefault(candidate => candidate.Arn == queueArn) ?? throw SqsErrors.NoQueue();
        return Task.FromResult(queue.Send(body, attributes, Account.Id, null).Id);
    }

    public Task<string> SendAsync(string queueArn, string body, JsonObject? attributes, IPrincipal sender, CancellationToken cancellationToken)
    {
        access.Demand(new AccessRequest(sender, SqsPermissions.SendMessage, queueArn), SqsPermissions.Denial);
        return SendAsync(queueArn, body, attributes, cancellationToken);
    }

    internal void SetAttributes(Queue queue, IReadOnlyDictionary<string, string> attributes)
    {
        lock (gate)
        {
            queue.Settings.Set(attributes);
            KeepPolicy(queue);
            queue.ModifiedAt = time.GetUtcNow();
        }
    }

    private void KeepPolicy(Queue queue)
    {
        if (queue.Settings.Policy is { } policy)
        {
            access.Resources.Set(queue.Arn, policy);
        }
        else
        {
            access.Resources.Remove(queue.Arn);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,80}$")]
    private static partial Regex QueueName();
}
