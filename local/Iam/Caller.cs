using System.Collections.Immutable;
using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Local.Iam;

/// <summary>Who made a call: the account's operator, a user, or a session of a role.</summary>
/// <param name="Arn">E.g. <c>arn:aws:sts::000000000000:assumed-role/NAME/SESSION</c>.</param>
/// <param name="UserId">As STS GetCallerIdentity names it.</param>
/// <param name="RoleArn">The role whose session this is; null for the operator and users.</param>
public sealed record Caller(string Arn, string UserId, string? RoleArn = null) : IPrincipal
{
    public string Name => Arn;

    /// <summary>The role or user whose policies decide what the caller may do; null for the operator, who may do everything.</summary>
    public string? IdentityArn { get; init; } = RoleArn;

    public ImmutableSortedDictionary<string, string> Context => AccessRequest.NoContext
        .Add(ConditionKeys.PrincipalArn, IdentityArn ?? Arn).Add(ConditionKeys.PrincipalAccount, Account.Id);

    /// <param name="sessionName">What stands at the end of the session's ARN.</param>
    public static Caller OfRole(string roleArn, string sessionName)
    {
        var roleName = roleArn[(roleArn.LastIndexOf('/') + 1)..];
        return new Caller($"arn:aws:sts::{Account.Id}:assumed-role/{roleName}/{sessionName}", $"AROA{roleName}:{sessionName}", roleArn);
    }
}
