namespace SesCompliance.Local.Lambda;

/// <summary>A statement of a function's resource policy: who else may invoke it.</summary>
/// <param name="Action">E.g. <c>lambda:InvokeFunction</c>.</param>
/// <param name="Principal">E.g. <c>sns.amazonaws.com</c>.</param>
/// <param name="SourceArn">The resource on whose behalf the principal must call; null for any.</param>
public sealed record PermissionStatement(string StatementId, string Action, string Principal, string? SourceArn = null, string? SourceAccount = null);
