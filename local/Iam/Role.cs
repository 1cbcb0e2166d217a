using System.Collections.Concurrent;
using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Local.Iam;

public sealed class Role(string name)
{
    public string Name { get; } = name;

    public string Arn => $"arn:aws:iam::{Account.Id}:role/{Name}";

    /// <summary>Who may take on the role.</summary>
    public AttachedPolicy TrustPolicy { get; internal set; } = null!;

    public IReadOnlyList<AttachedPolicy> InlinePolicies => [.. Inline.Values];

    internal ConcurrentDictionary<string, AttachedPolicy> Inline { get; } = new();
}
