using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>The operations on dashboards.</summary>
internal sealed class DashboardOperations(DashboardStore dashboards)
{
    private const int PageSize = 1000;

    public JsonObject Get(JsonObject input)
    {
        input.Only("DashboardName");
        var name = MetricInput.Name(input, "DashboardName", "DashboardName", 255);
        return dashboards.Lookup(name) is { } dashboard
            ? new JsonObject { ["DashboardArn"] = dashboard.Arn, ["DashboardBody"] = dashboard.Body, ["DashboardName"] = dashboard.Name }
            : throw new AwsException("DashboardNotFoundError", $"Dashboard {name} does not exist", 404);
    }

    public JsonObject List(JsonObject input)
    {
        input.Only("DashboardNamePrefix", "NextToken");
        var found = dashboards.All.Where(dashboard => dashboard.Name.StartsWith(input.Text("DashboardNamePrefix") ?? "", StringComparison.Ordinal));
        var page = Page.Of(found, dashboard => dashboard.Name, input.Text("NextToken"), PageSize, "InvalidParameterValueException");
        return new JsonObject
        {
            ["DashboardEntries"] = new JsonArray([.. page.Items.Select(dashboard => new JsonObject
            {
                ["DashboardName"] = dashboard.Name,
                ["DashboardArn"] = dashboard.Arn,
                ["LastModified"] = JsonValue.Create(dashboard.ModifiedAt),
                ["Size"] = Encoding.UTF8.GetByteCount(dashboard.Body),
            })]),
            ["NextToken"] = page.NextToken,
        };
    }
}
