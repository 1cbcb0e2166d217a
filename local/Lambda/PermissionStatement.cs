using System.IO.Enumeration;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>A statement of a function's resource policy: who else may invoke it.</summary>
/// <param name="Action">E.g. <c>lambda:InvokeFunction</c>.</param>
/// <param name="Principal">E.g. <c>sns.amazonaws.com</c>.</param>
/// <param name="SourceArn">The resource on whose behalf the principal must call, compared as ArnLike does; null for any.</param>
public sealed record PermissionStatement(string StatementId, string Action, string Principal, string? SourceArn = null, string? SourceAccount = null)
{
    private const string Invoke = "lambda:InvokeFunction";

    /// <summary>Whether a service may invoke the function.</summary>
    public bool Allows(ServicePrincipal caller) =>
        FileSystemName.MatchesSimpleExpression(Action, Invoke)
        && Principal == caller.Service
        && (SourceArn is null || FileSystemName.MatchesSimpleExpression(SourceArn, caller.SourceArn, ignoreCase: false))
        && SourceAccount is null or Account.Id;

    public static AwsException Denied(ServicePrincipal caller, string function) => new(
        "AccessDeniedException",
        $"User: {caller.Service} is not authorized to perform: {Invoke} on resource: {function} because no resource-based policy allows the {Invoke} action",
        403);
}
