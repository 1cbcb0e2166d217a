using SesCompliance.Local.Route53;

namespace SesCompliance.Local.Deployment.Resources;

internal static class Route53Resources
{
    public static void AddTo(ResourceKinds kinds, Zones zones) => kinds.Add("aws:route53/record:Record", (inputs, _) =>
    {
        var zone = inputs.RequiredText("zoneId");
        inputs.Only("type", "CNAME", "MX", "TXT");
        var record = new RecordSet(
            inputs.RequiredText("name"),
            inputs.RequiredText("type"),
            inputs.RequiredNumber("ttl"),
            inputs.Texts("records"));
        zones.Add(zone, record);
        return new Provisioned($"{zone}_{record.Name}_{record.Type}", ("fqdn", record.Name));
    });
}
