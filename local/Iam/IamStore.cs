using System.Collections.Concurrent;

namespace SesCompliance.Local.Iam;

/// <summary>The roles and policies that the program declares, kept as declared.</summary>
public sealed class IamStore
{
    private readonly ConcurrentDictionary<string, Role> roles = new();
    private readonly ConcurrentDictionary<string, ManagedPolicy> policies = new();

    public IEnumerable<Role> Roles => roles.Values;

    public IEnumerable<ManagedPolicy> Policies => policies.Values;

    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public Role CreateRole(string name, string trustPolicy)
    {
        var role = new Role(name, trustPolicy);
        return roles.TryAdd(name, role) ? role : throw new InvalidOperationException($"role {name} exists already");
    }

    /// <exception cref="InvalidOperationException">There is no such role.</exception>
    public void PutRolePolicy(string roleName, string policyName, string document)
    {
        if (!roles.TryGetValue(roleName, out var role))
        {
            throw new InvalidOperationException($"there is no role {roleName} to take the policy {policyName}");
        }

        role.InlinePolicies[policyName] = document;
    }

    public ManagedPolicy CreatePolicy(string name, string document)
    {
        var policy = new ManagedPolicy(name, document);
        return policies.TryAdd(name, policy) ? policy : throw new InvalidOperationException($"policy {name} exists already");
    }
}

/// <param name="TrustPolicy">Who may assume the role (JSON).</param>
public sealed record Role(string Name, string TrustPolicy)
{
    public string Arn => $"arn:aws:iam::{Account.Id}:role/{Name}";

    /// <summary>Policy documents by policy name.</summary>
    public ConcurrentDictionary<string, string> InlinePolicies { get; } = new();
}

public sealed record ManagedPolicy(string Name, string Document)
{
    public string Arn => $"arn:aws:iam::{Account.Id}:policy/{Name}";
}
