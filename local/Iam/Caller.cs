namespace SesCompliance.Local.Iam;

/// <summary>Who made a call: the account's operator, or a session of a role.</summary>
/// <param name="Arn">E.g. <c>arn:aws:sts::000000000000:assumed-role/NAME/SESSION</c>.</param>
/// <param name="UserId">As STS GetCallerIdentity names it.</param>
/// <param name="RoleArn">The role whose session this is; null for the operator, who may do everything.</param>
public sealed record Caller(string Arn, string UserId, string? RoleArn = null);
