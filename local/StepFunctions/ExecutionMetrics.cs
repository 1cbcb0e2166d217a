namespace SesCompliance.Local.StepFunctions;

/// <summary>
/// What an execution's start and end count as. A redrive is no start, but its end counts like any other.
/// Source: https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
/// </summary>
internal sealed class ExecutionMetrics(IExecutionMetrics? metrics)
{
    public void Started(string stateMachineArn) => metrics?.Publish(stateMachineArn, "ExecutionsStarted", 1, "Count");

    /// <param name="status">One of <see cref="ExecutionStatus"/>, other than RUNNING.</param>
    /// <param name="lasted">From the start to this end.</param>
    public void Ended(string stateMachineArn, string status, TimeSpan lasted)
    {
        var metric = status switch
        {
            ExecutionStatus.Succeeded => "ExecutionsSucceeded",
            ExecutionStatus.Failed => "ExecutionsFailed",
            ExecutionStatus.TimedOut => "ExecutionsTimedOut",
            ExecutionStatus.Aborted => "ExecutionsAborted",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "An execution does not end so"),
        };
        metrics?.Publish(stateMachineArn, metric, 1, "Count");
        metrics?.Publish(stateMachineArn, "ExecutionTime", lasted.TotalMilliseconds, "Milliseconds");
    }
}
