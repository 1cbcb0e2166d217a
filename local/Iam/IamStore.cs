using System.Collections.Concurrent;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Iam;

/// <summary>The account's roles, users and policies.</summary>
public sealed class IamStore
{
    private readonly ConcurrentDictionary<string, Role> roles = new();
    private readonly ConcurrentDictionary<string, User> users = new();
    private readonly ConcurrentDictionary<string, ManagedPolicy> policies = new();

    public IEnumerable<Role> Roles => roles.Values;

    public IEnumerable<ManagedPolicy> Policies => policies.Values;

    /// <exception cref="AwsException"><c>EntityAlreadyExists</c> (409), <c>MalformedPolicyDocument</c>.</exception>
    public Role CreateRole(string name, string trustPolicy)
    {
        var role = new Role(name);
        role.TrustPolicy = new AttachedPolicy(role.Arn, "trust", Read(trustPolicy, PolicyKind.Trust));
        return roles.TryAdd(name, role) ? role : throw Exists("Role", name);
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404), <c>MalformedPolicyDocument</c>.</exception>
    public void UpdateAssumeRolePolicy(string roleName, string trustPolicy)
    {
        var role = Role(roleName);
        role.TrustPolicy = new AttachedPolicy(role.Arn, "trust", Read(trustPolicy, PolicyKind.Trust));
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404), <c>MalformedPolicyDocument</c>.</exception>
    public void PutRolePolicy(string roleName, string policyName, string document)
    {
        var role = Role(roleName);
        role.Inline[policyName] = new AttachedPolicy(role.Arn, policyName, Read(document, PolicyKind.Identity));
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404).</exception>
    public void DeleteRolePolicy(string roleName, string policyName)
    {
        if (!Role(roleName).Inline.TryRemove(policyName, out _))
        {
            throw Missing($"The role policy with name {policyName} cannot be found.");
        }
    }

    /// <exception cref="AwsException"><c>EntityAlreadyExists</c> (409), <c>MalformedPolicyDocument</c>.</exception>
    public ManagedPolicy CreatePolicy(string name, string document)
    {
        var policy = new ManagedPolicy(name, Read(document, PolicyKind.Identity));
        return policies.TryAdd(policy.Arn, policy) ? policy : throw Exists("Policy", name);
    }

    /// <summary>Makes another version the policy's default one, for every user that it is attached to.</summary>
    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404), <c>MalformedPolicyDocument</c>.</exception>
    public void UpdatePolicy(string arn, string document)
    {
        var changed = (policies.GetValueOrDefault(arn) ?? throw Missing($"Policy {arn} was not found.")) with { Document = Read(document, PolicyKind.Identity) };
        policies[arn] = changed;
        foreach (var user in users.Values.Where(user => user.Attached.ContainsKey(arn)))
        {
            user.Attached[arn] = changed;
        }
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404); <c>DeleteConflict</c> (409): it is attached.</exception>
    public void DeletePolicy(string arn)
    {
        if (users.Values.Any(user => user.Attached.ContainsKey(arn)))
        {
            throw new AwsException("DeleteConflict", "Cannot delete a policy attached to entities.", 409);
        }

        if (!policies.TryRemove(arn, out _))
        {
            throw Missing($"Policy {arn} was not found.");
        }
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404); <c>DeleteConflict</c> (409): it has policies still.</exception>
    public void DeleteRole(string name)
    {
        if (!Role(name).Inline.IsEmpty)
        {
            throw new AwsException("DeleteConflict", "Cannot delete entity, must delete policies first.", 409);
        }

        roles.TryRemove(name, out _);
    }

    /// <exception cref="AwsException"><c>EntityAlreadyExists</c> (409).</exception>
    public User CreateUser(string name)
    {
        var user = new User(name);
        return users.TryAdd(name, user) ? user : throw Exists("User", name);
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c> (404).</exception>
    public void AttachUserPolicy(string userName, string policyArn)
    {
        var user = users.GetValueOrDefault(userName) ?? throw Missing($"The user with name {userName} cannot be found.");
        user.Attached[policyArn] = policies.GetValueOrDefault(policyArn) ?? throw Missing($"Policy {policyArn} does not exist or is not attachable.");
    }

    /// <summary>The role of an ARN; null where nobody declared it.</summary>
    public Role? Lookup(string roleArn) => roles.Values.FirstOrDefault(role => role.Arn == roleArn);

    /// <summary>What decides what a role or user may do.</summary>
    public IReadOnlyList<AttachedPolicy> PoliciesOf(string identityArn) =>
        Lookup(identityArn) is { } role ? role.InlinePolicies
        : users.Values.FirstOrDefault(user => user.Arn == identityArn) is { } user ? [.. user.Policies.Select(policy => policy.AsAttached)]
        : [];

    private Role Role(string name) => roles.GetValueOrDefault(name) ?? throw Missing($"The role with name {name} cannot be found.");

    private static PolicyDocument Read(string text, PolicyKind kind)
    {
        try
        {
            return PolicyParser.Parse(text, kind);
        }
        catch (PolicySyntaxException fault)
        {
            throw new AwsException("MalformedPolicyDocument", $"Syntax errors in policy: {fault.Message}.");
        }
    }

    private static AwsException Missing(string message) => new("NoSuchEntity", message, 404);

    private static AwsException Exists(string kind, string name) => new("EntityAlreadyExists", $"{kind} with name {name} already exists.", 409);
}
