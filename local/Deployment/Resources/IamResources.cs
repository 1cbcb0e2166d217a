using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Deployment.Resources;

internal static class IamResources
{
    public static void AddTo(ResourceKinds kinds, IamStore iam)
    {
        kinds.Add("aws:iam/role:Role", new ResourceKind
        {
            Create = (inputs, _) =>
            {
                inputs.WithoutEffect("tags");
                var role = iam.CreateRole(inputs.RequiredText("name"), inputs.RequiredText("assumeRolePolicy"));
                return new Provisioned(role.Name, ("arn", role.Arn));
            },
            Update = (was, inputs, _) =>
            {
                inputs.WithoutEffect("tags");
                iam.UpdateAssumeRolePolicy(inputs.RequiredText("name"), inputs.RequiredText("assumeRolePolicy"));
                return new Provisioned(was.Id);
            },
            Delete = (was, _) =>
            {
                iam.DeleteRole(was.Id);
                return Task.CompletedTask;
            },
            ReplacedBy = ["name"],
        });
        kinds.Add("aws:iam/rolePolicy:RolePolicy", new ResourceKind
        {
            Create = (inputs, _) => RolePolicy(inputs, iam),
            Update = (_, inputs, _) => RolePolicy(inputs, iam),
            Delete = (was, _) =>
            {
                iam.DeleteRolePolicy(was.Input("role"), was.Input("name"));
                return Task.CompletedTask;
            },
            ReplacedBy = ["role", "name"],
        });
        kinds.Add("aws:iam/policy:Policy", new ResourceKind
        {
            Create = (inputs, _) =>
            {
                inputs.WithoutEffect("tags", "description");
                var policy = iam.CreatePolicy(inputs.RequiredText("name"), inputs.RequiredText("policy"));
                return new Provisioned(policy.Arn, ("arn", policy.Arn));
            },
            Update = (was, inputs, _) =>
            {
                inputs.WithoutEffect("tags", "description", "name");
                iam.UpdatePolicy(was.Id, inputs.RequiredText("policy"));
                return new Provisioned(was.Id);
            },
            Delete = (was, _) =>
            {
                iam.DeletePolicy(was.Id);
                return Task.CompletedTask;
            },
            ReplacedBy = ["name", "description"],
        });
    }

    private static Provisioned RolePolicy(ResourceInputs inputs, IamStore iam)
    {
        var (role, name) = (inputs.RequiredText("role"), inputs.RequiredText("name"));
        iam.PutRolePolicy(role, name, inputs.RequiredText("policy"));
        return new Provisioned($"{role}:{name}");
    }
}
