using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.StepFunctions;

namespace SesCompliance.Bench;

/// <summary>Whole sends through the state machine.</summary>
internal sealed class SendBenchmark(Cloud cloud, DeployedStack stack)
{
    public Task<TimeSpan> OneAfterTheOtherAsync(int sends) => Measurement.MedianAsync(sends, _ => SendAsync());

    /// <returns>The time of all, divided by their number.</returns>
    public async Task<TimeSpan> AtOnceAsync(int sends, int workers)
    {
        var took = await Measurement.TimeAsync(() => Parallel.ForEachAsync(
            Enumerable.Range(0, sends), new ParallelOptions { MaxDegreeOfParallelism = workers }, async (_, _) => await SendAsync()));
        return took / sends;
    }

    private async Task SendAsync()
    {
        var execution = cloud.StateMachines.Executions.Start(
            cloud.StateMachines.Get(stack.Outputs["stateMachineArn"]), null, """{"to": "bench@example.org", "subject": "s", "text": "t"}""");
        await execution.Ended;
        if (execution.Status != ExecutionStatus.Succeeded)
        {
            throw new InvalidOperationException($"{execution.Error}: {execution.Cause}");
        }
    }
}
