using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Iam;

/// <summary>The roles and policies that the program declares, kept as declared.</summary>
public sealed class IamStore
{
    private readonly ConcurrentDictionary<string, Role> roles = new();
    private readonly ConcurrentDictionary<string, ManagedPolicy> policies = new();

    public IEnumerable<Role> Roles => roles.Values;

    public IEnumerable<ManagedPolicy> Policies => policies.Values;

    /// <exception cref="AwsException"><c>EntityAlreadyExists</c> (409).</exception>
    public Role CreateRole(string name, string trustPolicy)
    {
        var role = new Role(name, trustPolicy);
        return roles.TryAdd(name, role) ? role : throw Exists("Role", name);
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404).</exception>
    public void PutRolePolicy(string roleName, string policyName, string document)
    {
        if (!roles.TryGetValue(roleName, out var role))
        {
            throw new AwsException("NoSuchEntity", $"The role with name {roleName} cannot be found.", 404);
        }

        role.InlinePolicies[policyName] = document;
    }

    public ManagedPolicy CreatePolicy(string name, string document)
    {
        var policy = new ManagedPolicy(name, document);
        return policies.TryAdd(name, policy) ? policy : throw Exists("Policy", name);
    }

    private static AwsException Exists(string kind, string name) => new("EntityAlreadyExists", $"{kind} with name {name} already exists.", 409);
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
