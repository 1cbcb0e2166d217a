using SesCompliance.Local.Logs;

namespace SesCompliance.Local.Deployment.Resources;

internal static class LogResources
{
    public static void AddTo(ResourceKinds kinds, LogStore logs) => kinds.Add("aws:cloudwatch/logGroup:LogGroup", (inputs, _) =>
    {
        inputs.WithoutEffect("tags");
        var group = logs.CreateGroup(inputs.RequiredText("name"), inputs.Number("retentionInDays"));
        return new Provisioned(group.Name, ("arn", group.Arn));
    });
}
