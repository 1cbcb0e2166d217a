using Amazon.CloudWatch.Model;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Local.Demonstration;

/// <summary>What stands in the cloud after a mail: the product's metrics and its suppression list.</summary>
internal sealed record Aftermath(IReadOnlyList<(string Metric, double Sum)> Metrics, IReadOnlyList<SuppressedAddress> Suppressions)
{
    private static readonly string[] MetricNames = ["EmailsSent", "EmailsSuppressed", "EmailsFailed", "SuppressionCheckFailed", "RequestsRefused"];

    public static Aftermath Nothing { get; } = new([.. MetricNames.Select(name => (name, 0d))], []);

    /// <summary>What came to pass since.</summary>
    public Aftermath Since(Aftermath before) => new(
        [.. Metrics.Zip(before.Metrics, (now, then) => (now.Metric, now.Sum - then.Sum)).Where(metric => metric.Item2 != 0)],
        [.. Suppressions.Except(before.Suppressions)]);

    public static async Task<Aftermath> ReadAsync(WireClients clients, TimeProvider time, DeployedStack stack, CancellationToken cancellationToken)
    {
        var metrics = new List<(string, double)>();
        foreach (var name in MetricNames)
        {
            metrics.Add((name, await SumAsync(clients, time, stack, name, cancellationToken)));
        }

        var rows = await clients.DynamoDb.ScanAsync(new ScanRequest { TableName = stack.Outputs["suppressionTable"] }, cancellationToken);
        return new Aftermath(metrics, [.. rows.Items.Select(SuppressedAddress.Of).OrderBy(row => row.Email, StringComparer.Ordinal)]);
    }

    private static async Task<double> SumAsync(WireClients clients, TimeProvider time, DeployedStack stack, string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var statistics = await clients.CloudWatch.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = "DiscordBot/SES",
                MetricName = name,
                Dimensions = [new Dimension { Name = "Environment", Value = stack.Settings.Stack }],
                StartTime = now.AddHours(-1),
                EndTime = now.AddMinutes(1),
                Period = 60,
                Statistics = ["Sum"],
            },
            cancellationToken);
        return statistics.Datapoints?.Sum(point => point.Sum ?? 0) ?? 0;
    }
}

/// <summary>A row of the suppression list.</summary>
internal sealed record SuppressedAddress(string Email, string Reason, string Detail)
{
    public static SuppressedAddress Of(Dictionary<string, AttributeValue> row) => new(
        row["email"].S,
        row["reason"].S,
        string.Join(" · ", new[] { "bounceType", "bounceSubType", "diagnostic" }.Select(name => row.GetValueOrDefault(name)?.S).Where(text => !string.IsNullOrEmpty(text))));
}
