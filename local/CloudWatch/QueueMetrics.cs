using SesCompliance.Local.Sqs;

namespace SesCompliance.Local.CloudWatch;

/// <summary>SQS's own metrics, namespace AWS/SQS: measured once a minute.</summary>
public sealed class QueueMetrics(MetricStore metrics, Queues queues)
{
    /// <param name="minute">The minute that the measurement stands for.</param>
    public void Measure(DateTimeOffset minute)
    {
        foreach (var queue in queues.All)
        {
            metrics.Put(
                new MetricId("AWS/SQS", "ApproximateNumberOfMessagesVisible", [KeyValuePair.Create("QueueName", queue.Name)]), Sample.Of(minute, "Count", queue.Count().Waiting));
        }
    }
}
