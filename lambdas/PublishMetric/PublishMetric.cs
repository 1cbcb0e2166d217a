using System.Text.Json.Serialization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda.Core;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Logging;

namespace SesCompliance.Lambdas;

/// <summary>Counts one thing that happened in the flow: namespace DiscordBot/SES, dimension Environment, value 1.</summary>
public sealed class PublishMetric(IAmazonCloudWatch cloudWatch, string stackName, Log logs)
{
    public const string Namespace = "DiscordBot/SES";
    public const string Dimension = "Environment";

    private static readonly string[] Metrics = ["EmailsSent", "EmailsFailed", "EmailsSuppressed", "SuppressionCheckFailed", "RequestsRefused"];

    /// <exception cref="InvalidRequest">The metric is none of the five.</exception>
    public async Task<PublishMetricResult> HandleAsync(PublishMetricTask task, ILambdaContext context)
    {
        var log = logs.For(context);
        if (!Metrics.Contains(task.Metric))
        {
            throw new InvalidRequest($"metric must be one of {string.Join(", ", Metrics)}");
        }

        using var patience = Patience.Until(context);
        try
        {
            await cloudWatch.PutMetricDataAsync(Datum(task.Metric!), patience.Token);
        }
        catch (Exception error)
        {
            log.MetricFailed(task.SendId, task.Metric!, error);
            throw;
        }

        log.MetricPublished(task.SendId, task.Metric!);
        return new PublishMetricResult();
    }

    private PutMetricDataRequest Datum(string metric) => new()
    {
        Namespace = Namespace,
        MetricData =
        [
            new MetricDatum
            {
                MetricName = metric,
                Value = 1,
                Unit = StandardUnit.Count,
                Dimensions = [new Dimension { Name = Dimension, Value = stackName }],
            },
        ],
    };
}

public sealed record PublishMetricTask(
    [property: JsonPropertyName("sendId")] string? SendId,
    [property: JsonPropertyName("metric")] string? Metric);

/// <summary>Nothing to tell: <c>{}</c>.</summary>
public sealed record PublishMetricResult;
