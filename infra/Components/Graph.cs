using System.Text.Json.Nodes;
using Pulumi;

namespace SesCompliance.Infra.Components;

/// <summary>One graph of a dashboard.</summary>
/// <param name="Lines">Horizontal lines to hold the metrics against.</param>
internal sealed record Graph(string Title, IReadOnlyList<Metric> Metrics, params (string Label, double Value)[] Lines)
{
    /// <summary>The widget's properties: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html</summary>
    public Output<JsonObject> Properties(Output<string> region) => Output.Tuple(region, Output.All(Metrics.Select(Row))).Apply(known => new JsonObject
    {
        ["title"] = Title,
        ["view"] = "timeSeries",
        ["region"] = known.Item1,
        ["metrics"] = new JsonArray([.. known.Item2]),
        ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = 0 } },
        ["annotations"] = new JsonObject
        {
            ["horizontal"] = new JsonArray([.. Lines.Select(line => new JsonObject { ["label"] = line.Label, ["value"] = line.Value })]),
        },
    });

    /// <summary><c>[namespace, name, dimension, value, ..., {options}]</c></summary>
    private static Output<JsonArray> Row(Metric metric) => metric.Dimensions.Apply(dimensions => new JsonArray(
    [
        metric.Namespace,
        metric.Name,
        .. dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal).SelectMany(dimension => new JsonNode[] { dimension.Key, dimension.Value }),
        new JsonObject { ["stat"] = metric.Statistic, ["period"] = metric.Period },
    ]));
}
