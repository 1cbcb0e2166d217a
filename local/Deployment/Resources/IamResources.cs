using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Deployment.Resources;

internal static class IamResources
{
    public static void AddTo(ResourceKinds kinds, IamStore iam)
    {
        kinds.Add("aws:iam/role:Role", (inputs, _) =>
        {
            inputs.WithoutEffect("tags");
            var role = iam.CreateRole(inputs.RequiredText("name"), inputs.RequiredText("assumeRolePolicy"));
            return new Provisioned(role.Name, ("arn", role.Arn));
        });
        kinds.Add("aws:iam/rolePolicy:RolePolicy", (inputs, _) =>
        {
            var (role, name) = (inputs.RequiredText("role"), inputs.RequiredText("name"));
            iam.PutRolePolicy(role, name, inputs.RequiredText("policy"));
            return new Provisioned($"{role}:{name}");
        });
        kinds.Add("aws:iam/policy:Policy", (inputs, _) =>
        {
            inputs.WithoutEffect("tags", "description");
            var policy = iam.CreatePolicy(inputs.RequiredText("name"), inputs.RequiredText("policy"));
            return new Provisioned(policy.Arn, ("arn", policy.Arn));
        });
    }
}
