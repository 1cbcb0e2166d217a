using System.Collections.Concurrent;

namespace SesCompliance.Local.Iam;

/// <summary>An identity for programs outside AWS, such as the bot.</summary>
public sealed class User(string name)
{
    public string Name { get; } = name;

    public string Arn => $"arn:aws:iam::{Account.Id}:user/{Name}";

    public IReadOnlyList<ManagedPolicy> Policies => [.. Attached.Values];

    internal ConcurrentDictionary<string, ManagedPolicy> Attached { get; } = new();
}
