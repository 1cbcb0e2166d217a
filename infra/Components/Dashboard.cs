using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws;

namespace SesCompliance.Infra.Components;

internal sealed record DashboardArgs(StackSettings Settings, StackMetrics Metrics, Alarms Alarms);

/// <summary>One page for operators: the alarms' states, and below them what the alarms watch.</summary>
internal sealed class Dashboard : ComponentResource
{
    private const int Day = 24 * 60 * 60;

    /// <summary>A dashboard's grid.</summary>
    private const int Columns = 24;

    private const int Height = 6;

    public Dashboard(string name, DashboardArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:Dashboard", name, options)
    {
        var (settings, metrics, alarms) = args;
        var region = GetRegion.Invoke(null, new InvokeOptions { Parent = this }).Apply(current => current.Region);
        var states = Output.All(alarms.Arns).Apply(arns => Widget("alarm", 0, 0, Columns, new JsonObject
        {
            ["title"] = "Alarms",
            ["alarms"] = new JsonArray([.. arns.Select(arn => (JsonNode)arn)]),
        }));
        var graphs = Rows(settings.Alarms, metrics).SelectMany((row, y) => row.Select((graph, x) =>
            graph.Properties(region).Apply(properties => Widget("metric", x * Columns / row.Length, (y + 1) * Height, Columns / row.Length, properties))));

        DashboardName = new Pulumi.Aws.CloudWatch.Dashboard(name, new Pulumi.Aws.CloudWatch.DashboardArgs
        {
            DashboardName = settings.Named("ses-compliance"),
            DashboardBody = Output.All([states, .. graphs]).Apply(widgets => new JsonObject { ["widgets"] = new JsonArray([.. widgets]) }.ToJsonString()),
        }, new CustomResourceOptions { Parent = this }).DashboardName;
        RegisterOutputs();
    }

    public Output<string> DashboardName { get; }

    private static Graph[][] Rows(AlarmSettings settings, StackMetrics metrics) =>
    [
        [
            new("Bounce rate", [metrics.Reputation("Reputation.BounceRate")], ("AWS reviews the account", 0.05), ("AWS may pause sending", 0.10)),
            new("Complaint rate", [metrics.Reputation("Reputation.ComplaintRate")], ("AWS reviews the account", 0.001), ("AWS may pause sending", 0.005)),
        ],
        [
            new("Mails", [.. Counted(metrics, "EmailsSent", "EmailsFailed", "EmailsSuppressed", "SuppressionCheckFailed", "RequestsRefused")]),
            new("Account's sends in 24 hours", [StackMetrics.AccountSends(Day)], settings.DailyQuota is { } quota ? [("Daily quota", quota)] : []),
        ],
        [
            new("Executions", [metrics.Executions("ExecutionsSucceeded"), metrics.Executions("ExecutionsFailed"), metrics.Executions("ExecutionsTimedOut")]),
            new("Execution time (ms)", [metrics.Executions("ExecutionTime", "p50"), metrics.Executions("ExecutionTime", "p95")]),
        ],
        [
            new("Function errors", metrics.OfEveryFunction("Errors")),
            new("Function durations (ms)", [.. metrics.Functions.Select(function => StackMetrics.Of(function, "Duration", "p95"))]),
        ],
        [
            new("Feedback waiting in dead-letter queues", [StackMetrics.Depth(metrics.Undelivered), StackMetrics.Depth(metrics.Unprocessed)]),
            new("Function throttles", metrics.OfEveryFunction("Throttles")),
        ],
    ];

    private static IEnumerable<Metric> Counted(StackMetrics metrics, params string[] names) => names.Select(name => metrics.Counted(name));

    private static JsonObject Widget(string type, int x, int y, int width, JsonObject properties) => new()
    {
        ["type"] = type,
        ["x"] = x,
        ["y"] = y,
        ["width"] = width,
        ["height"] = Height,
        ["properties"] = properties,
    };
}
