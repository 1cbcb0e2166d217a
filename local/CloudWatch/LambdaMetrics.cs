using SesCompliance.Local.Lambda;

namespace SesCompliance.Local.CloudWatch;

/// <summary>Lambda's own metrics, namespace AWS/Lambda.</summary>
public sealed class LambdaMetrics(MetricStore metrics) : ILambdaMetrics
{
    public void Publish(string functionName, string metric, double value, string unit) =>
        metrics.Put(new MetricId("AWS/Lambda", metric, [KeyValuePair.Create("FunctionName", functionName)]), value, unit);
}
