namespace SesCompliance.Local.Lambda;

/// <summary>Takes the metrics of namespace AWS/Lambda, dimension FunctionName.</summary>
public interface ILambdaMetrics
{
    /// <param name="metric">
    /// <c>Invocations</c>, <c>Errors</c> (0 or 1), <c>Throttles</c> (0 or 1), <c>AsyncEventsReceived</c>, <c>AsyncEventsDropped</c>,
    /// <c>DestinationDeliveryFailures</c> (all in <c>Count</c>), <c>Duration</c> and <c>AsyncEventAge</c> (<c>Milliseconds</c>).
    /// </param>
    void Publish(string functionName, string metric, double value, string unit);
}
