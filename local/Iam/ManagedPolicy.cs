using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Local.Iam;

/// <summary>A policy of its own, to attach to identities.</summary>
public sealed record ManagedPolicy(string Name, PolicyDocument Document)
{
    public string Arn => $"arn:aws:iam::{Account.Id}:policy/{Name}";

    public AttachedPolicy AsAttached => new(Arn, "", Document);
}
