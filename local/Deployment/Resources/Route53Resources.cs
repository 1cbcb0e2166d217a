using SesCompliance.Local.Route53;

namespace SesCompliance.Local.Deployment.Resources;

internal static class Route53Resources
{
    public static void AddTo(ResourceKinds kinds, Zones zones) => kinds.Add("aws:route53/record:Record", new ResourceKind
    {
        Create = (inputs, _) =>
        {
            var (zone, record) = Record(inputs);
            zones.Add(zone, record);
            return new Provisioned($"{zone}_{record.Name}_{record.Type}", ("fqdn", record.Name));
        },
        Update = (was, inputs, _) =>
        {
            var (zone, record) = Record(inputs);
            zones.Change(zone, record);
            return new Provisioned(was.Id);
        },
        Delete = (was, _) =>
        {
            zones.Remove(was.Input("zoneId"), was.Input("name"), was.Input("type"));
            return Task.CompletedTask;
        },
        ReplacedBy = ["zoneId", "name", "type"],
    });

    private static (string Zone, RecordSet Record) Record(ResourceInputs inputs)
    {
        inputs.Only("type", "CNAME", "MX", "TXT");
        return (
            inputs.RequiredText("zoneId"),
            new RecordSet(inputs.RequiredText("name"), inputs.RequiredText("type"), inputs.RequiredNumber("ttl"), inputs.Texts("records")));
    }
}
