using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Deployment.Resources;

internal static class DeclaredRoles
{
    /// <summary>The ARN of a role, which the program must have declared: of others nobody knows what they may do.</summary>
    /// <exception cref="DeploymentException">There is no such role.</exception>
    public static string DeclaredRole(this ResourceInputs inputs, string property, IamStore iam)
    {
        var arn = inputs.RequiredText(property);
        return iam.Lookup(arn) is not null ? arn : throw inputs.Wrong(property, arn, "the ARN of a role that is declared");
    }
}
