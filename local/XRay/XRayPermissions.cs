using SesCompliance.Local.Iam;

namespace SesCompliance.Local.XRay;

/// <summary>What X-Ray's operations need: none knows resources (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html).</summary>
internal static class XRayPermissions
{
    public static PermissionTable Table { get; } = new PermissionTable(new Denial("AccessDeniedException", 403)).Add("xray", _ => "*", "BatchGetTraces", "GetTraceSummaries");
}
