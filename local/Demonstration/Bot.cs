using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SesCompliance.Local.Demonstration;

/// <summary>Sends mail as a bot does: it starts an execution over the wire and follows it.</summary>
internal sealed class Bot(IAmazonStepFunctions states, TimeProvider time, string stateMachineArn)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(40);

    /// <param name="onStep">Told of each state as it is left.</param>
    public async Task<SentMail> SendAsync(DemonstrationMail mail, Action<PathStep> onStep, CancellationToken cancellationToken)
    {
        var started = await states.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = stateMachineArn, Name = mail.SendId, Input = mail.Request.ToJsonString() }, cancellationToken);

        var told = 0;
        while (true)
        {
            // Described before its history is read: an execution that has ended then has a whole history.
            var execution = await states.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn }, cancellationToken);
            var path = await PathAsync(started.ExecutionArn, cancellationToken);
            var running = execution.Status == ExecutionStatus.RUNNING;
            foreach (var step in path.Skip(told).TakeWhile(step => !running || step.Duration is not null))
            {
                onStep(step);
                told++;
            }

            if (!running)
            {
                return Ended(mail, execution, path);
            }

            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    private static SentMail Ended(DemonstrationMail mail, DescribeExecutionResponse execution, IReadOnlyList<PathStep> path)
    {
        var took = execution.StopDate!.Value - execution.StartDate!.Value;
        if (execution.Status != ExecutionStatus.SUCCEEDED)
        {
            return new SentMail(mail, execution.Error ?? execution.Status.Value, SentMail.Message(execution.Cause ?? ""), took, path);
        }

        var outcome = JsonNode.Parse(execution.Output)!;
        return new SentMail(mail, outcome["outcome"]!.GetValue<string>(), outcome["reason"]?.GetValue<string>() ?? "", took, path);
    }

    private async Task<IReadOnlyList<PathStep>> PathAsync(string executionArn, CancellationToken cancellationToken)
    {
        var history = await states.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest { ExecutionArn = executionArn, MaxResults = 1000, IncludeExecutionData = false }, cancellationToken);
        return ExecutionPath.Of(history.Events);
    }
}
