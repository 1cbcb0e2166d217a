using System.Collections.Concurrent;
using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Local.Iam;

/// <summary>The policies that hang on resources (topics, queues, functions), by the resource's ARN.</summary>
public sealed class ResourcePolicies
{
    private readonly ConcurrentDictionary<string, AttachedPolicy> policies = new();

    public IReadOnlyList<AttachedPolicy> All => [.. policies.Values];

    /// <exception cref="PolicySyntaxException">Names the place; the old policy stays.</exception>
    public void Set(string resourceArn, string policy) =>
        policies[resourceArn] = new AttachedPolicy(resourceArn, "", PolicyParser.Parse(policy, PolicyKind.Resource));

    public void Remove(string resourceArn) => policies.TryRemove(resourceArn, out _);

    public IReadOnlyList<AttachedPolicy> Of(string resourceArn) => policies.TryGetValue(resourceArn, out var policy) ? [policy] : [];
}
