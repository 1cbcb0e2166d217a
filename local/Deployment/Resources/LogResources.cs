using SesCompliance.Local.Logs;

namespace SesCompliance.Local.Deployment.Resources;

internal static class LogResources
{
    public static void AddTo(ResourceKinds kinds, LogStore logs) => kinds.Add("aws:cloudwatch/logGroup:LogGroup", new ResourceKind
    {
        Create = (inputs, _) =>
        {
            inputs.WithoutEffect("tags");
            var group = logs.CreateGroup(inputs.RequiredText("name"), inputs.Number("retentionInDays"));
            return new Provisioned(group.Name, ("arn", group.Arn));
        },
        Update = (was, inputs, _) =>
        {
            inputs.WithoutEffect("tags");
            logs.Group(inputs.RequiredText("name")).RetentionInDays = inputs.Number("retentionInDays");
            return new Provisioned(was.Id);
        },
        Delete = (was, _) =>
        {
            logs.DeleteGroup(was.Id);
            return Task.CompletedTask;
        },
        ReplacedBy = ["name"],
    });
}
