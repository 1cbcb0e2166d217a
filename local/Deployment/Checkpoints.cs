using System.Collections.Concurrent;

namespace SesCompliance.Local.Deployment;

/// <summary>What is deployed in a cloud, by stack; it ends with the cloud.</summary>
public sealed class Checkpoints
{
    private readonly ConcurrentDictionary<string, Checkpoint> stacks = new(StringComparer.Ordinal);

    public Checkpoint Of(string stack) => stacks.GetOrAdd(stack, _ => new Checkpoint());
}
