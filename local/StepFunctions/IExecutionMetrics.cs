namespace SesCompliance.Local.StepFunctions;

/// <summary>Takes the metrics of namespace AWS/States, dimension StateMachineArn.</summary>
public interface IExecutionMetrics
{
    /// <param name="metric">
    /// <c>ExecutionsStarted</c>, <c>ExecutionsSucceeded</c>, <c>ExecutionsFailed</c>, <c>ExecutionsTimedOut</c>, <c>ExecutionsAborted</c> (all in <c>Count</c>),
    /// <c>ExecutionTime</c> (<c>Milliseconds</c>).
    /// </param>
    void Publish(string stateMachineArn, string metric, double value, string unit);
}
