using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.History;
using SesCompliance.Local.StepFunctions.Language;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>Runs an execution from state to state and writes its history.</summary>
internal sealed class Interpreter(TaskRunner tasks, TimeProvider clock, Random random)
{
    private const int MaxPayloadBytes = 256 * 1024;

    /// <summary>AWS's words for a result beyond its limit.</summary>
    public static string TooLarge(string stateOrTask) =>
        $"The state/task '{stateOrTask}' returned a result with a size exceeding the maximum number of bytes service limit.";

    /// <summary>AWS's words for a state that can't be carried out.</summary>
    public static string Explain(StateVisit visit, State state, StateException broken) =>
        $"An error occurred while executing the state '{state.Name}' (entered at the event id #{visit.EnteredEventId}). {broken.Message}";

    /// <summary>Starts at the first state, or, redriven, where the execution stood.</summary>
    public async Task RunAsync(ExecutionRun run)
    {
        var execution = run.Execution;
        var definition = execution.Machine.Definition;
        using var timeout = definition.Timeout is { } limit ? clock.CreateTimer(_ => execution.TimeOut(), null, limit, Timeout.InfiniteTimeSpan) : null;
        try
        {
            var again = execution.At is not null;
            var (name, input) = execution.At is { } place ? (place.State, place.Input) : (definition.StartAt, execution.Input);
            while (true)
            {
                var state = definition.States[name];
                var time = EventHistory.Milliseconds(clock.GetUtcNow());
                var visit = new StateVisit(run, state, input, run.Enter(name, state.Type, input, again), time);
                again = false;
                switch (await StateAsync(state, visit, run.Stopping))
                {
                    case Next next:
                        run.Exit(name, state.Type, next.Output);
                        (name, input) = (next.State, next.Output);
                        break;
                    case End end:
                        run.Exit(name, state.Type, end.Output);
                        run.Succeed(end.Output);
                        return;
                    case Failed failed:
                        run.Fail(failed.Error, failed.Cause);
                        return;
                }
            }
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            // Stopped, timed out, or the cloud goes down: the history ends where it is.
        }
        catch (Exception defect)
        {
            // A defect of this cloud must not leave an execution running for ever.
            run.Fail(StatesError.Runtime, $"{defect.GetType().Name}: {defect.Message}");
            throw;
        }
    }

    private async Task<StateOutcome> StateAsync(State state, StateVisit visit, CancellationToken cancellationToken)
    {
        try
        {
            var evaluator = new Evaluator(visit, random);
            var outcome = state switch
            {
                PassState pass => Pass(pass, visit, evaluator),
                TaskState task => await tasks.RunAsync(task, visit, cancellationToken),
                ChoiceState choice => Choose(choice, visit, evaluator),
                WaitState wait => await WaitAsync(wait, visit, evaluator, cancellationToken),
                SucceedState => new End(Through(state, visit, evaluator)),
                FailState fail => Fail(fail, visit, evaluator),
                _ => throw new InvalidOperationException($"Unknown state {state}"),
            };
            var output = outcome switch { Next next => next.Output, End end => end.Output, _ => null };
            return output is not null && JsonText.Size(output.Text) > MaxPayloadBytes ? new Failed(StatesError.DataLimitExceeded, TooLarge(state.Name)) : outcome;
        }
        catch (StateException broken)
        {
            return new Failed(broken.Error, Explain(visit, state, broken));
        }
    }

    private static StateOutcome Pass(PassState state, StateVisit visit, Evaluator evaluator)
    {
        var data = evaluator.Fill(state.Parameters, evaluator.Select(visit.Input, state.InputPath));
        var output = Evaluator.Put(state.ResultPath, visit.Input, state.Result ?? data);
        return TaskRunner.Leave(state.Next, evaluator.Select(output, state.OutputPath));
    }

    private static Next Choose(ChoiceState state, StateVisit visit, Evaluator evaluator)
    {
        var data = evaluator.Select(visit.Input, state.InputPath);
        return new Next(ChoiceRunner.Choose(state, data, evaluator), evaluator.Select(data, state.OutputPath));
    }

    private async Task<StateOutcome> WaitAsync(WaitState state, StateVisit visit, Evaluator evaluator, CancellationToken cancellationToken)
    {
        var data = evaluator.Select(visit.Input, state.InputPath);
        await WaitRunner.WaitAsync(WaitRunner.Until(state, data, evaluator, clock.GetUtcNow()), clock, cancellationToken);
        return TaskRunner.Leave(state.Next, evaluator.Select(data, state.OutputPath));
    }

    private static Payload Through(State state, StateVisit visit, Evaluator evaluator) =>
        evaluator.Select(evaluator.Select(visit.Input, state.InputPath), state.OutputPath);

    private static Failed Fail(FailState state, StateVisit visit, Evaluator evaluator)
    {
        string? Find(Expression? expression, string field) => expression is null ? null
            : evaluator.Evaluate(expression, field, visit.Input) is var node && node.AsText() is { } text ? text
            : throw StateException.Runtime($"The {field} field must be a string, but was: {JsonText.Write(node)}");

        return new Failed(state.Error ?? Find(state.ErrorPath, "ErrorPath"), state.Cause ?? Find(state.CausePath, "CausePath"));
    }
}
