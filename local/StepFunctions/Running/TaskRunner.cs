using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Language;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>Runs a Task state: attempts, retries, catchers.</summary>
internal sealed class TaskRunner(TaskAttempt attempt, TimeProvider clock, Random random)
{
    public async Task<StateOutcome> RunAsync(TaskState state, StateVisit visit, CancellationToken cancellationToken)
    {
        // Each retrier counts for itself, anew at each visit of the state.
        var retries = new long[state.Retry.Count];
        for (visit.RetryCount = 0; ; visit.RetryCount++)
        {
            var evaluator = new Evaluator(visit, random);
            TaskFailure failure;
            try
            {
                var data = evaluator.Select(visit.Input, state.InputPath);
                var outcome = await attempt.RunAsync(state, visit, data, evaluator, cancellationToken);
                if (outcome is TaskResult result)
                {
                    var selected = evaluator.Fill(state.ResultSelector, result.Output);
                    return Leave(state.Next, evaluator.Select(Evaluator.Put(state.ResultPath, visit.Input, selected), state.OutputPath));
                }

                failure = (TaskFailure)outcome;
            }
            catch (StateException broken) when (Find(state, new TaskFailure(broken.Error, null)) is { } catcher)
            {
                return Catch(catcher, visit, broken.Error, Interpreter.Explain(visit, state, broken));
            }

            var index = Array.FindIndex([.. state.Retry], retrier => ErrorMatch.Matches(retrier.ErrorEquals, failure.Error, failure.HeartbeatMissed));
            if (index >= 0 && retries[index] < state.Retry[index].MaxAttempts)
            {
                var delay = state.Retry[index].NextDelay(++retries[index], random);
                await WaitRunner.WaitAsync(clock.GetUtcNow() + delay, clock, cancellationToken);
                continue;
            }

            return Find(state, failure) is { } match
                ? Catch(match, visit, failure.Error, failure.IsTimeout ? "" : failure.Cause)
                : new Failed(failure.Error, failure.Cause);
        }
    }

    public static StateOutcome Leave(string? next, Payload output) => next is null ? new End(output) : new Next(next, output);

    private static Catcher? Find(TaskState state, TaskFailure failure) =>
        state.Catch.FirstOrDefault(catcher => ErrorMatch.Matches(catcher.ErrorEquals, failure.Error, failure.HeartbeatMissed));

    /// <summary>The error joins the state's whole input; OutputPath does not apply.</summary>
    private static Next Catch(Catcher catcher, StateVisit visit, string? error, string? cause)
    {
        var output = Payload.Of(new JsonObject { ["Error"] = error, ["Cause"] = cause });
        return new Next(catcher.Next, Evaluator.Put(catcher.ResultPath, visit.Input, output));
    }
}
