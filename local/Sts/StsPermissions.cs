using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Sts;

internal static class StsPermissions
{
    // "No permissions are required to perform this operation", says its reference.
    public static PermissionTable Table { get; } = new PermissionTable(new Denial("AccessDenied", 403)).Free("GetCallerIdentity");
}
