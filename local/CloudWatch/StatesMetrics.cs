using SesCompliance.Local.StepFunctions;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>Step Functions' own metrics, namespace AWS/States.</summary>
/// <param name="warn">Hears of values that were not kept.</param>
public sealed class StatesMetrics(MetricStore metrics, Action<string>? warn = null) : IExecutionMetrics
{
    public void Publish(string stateMachineArn, string metric, double value, string unit)
    {
        try
        {
            metrics.Put(new MetricId("AWS/States", metric, [KeyValuePair.Create("StateMachineArn", stateMachineArn)]), value, unit);
        }
        catch (AwsException full)
        {
            warn?.Invoke($"{metric} of {stateMachineArn} was not kept: {full.Message}");
        }
    }
}
