using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.History;

namespace SesCompliance.Local.StepFunctions;

/// <summary>
/// One run of a state machine: what it was started with, where it stands, and its history. Its lock makes each event one with the status that it brings;
/// once it has ended nothing is added until a redrive.
/// </summary>
public sealed class Execution
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly EventHistory history;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource stopping;
    private (string State, Payload Input, long EventId)? at;

    internal Execution(StateMachine machine, string name, Payload input, string? traceHeader, TimeProvider clock, CancellationToken cloudStopping)
    {
        (Machine, Name, Input, TraceHeader, this.clock) = (machine, name, input, traceHeader, clock);
        history = new EventHistory(clock);
        stopping = CancellationTokenSource.CreateLinkedTokenSource(cloudStopping);
        StartDate = EventHistory.Milliseconds(clock.GetUtcNow());
        history.Add("ExecutionStarted", "executionStartedEventDetails", new JsonObject().Input(input).With("roleArn", machine.RoleArn));
        history.ContinueFrom(0);
    }

    /// <summary>The machine as it was when the execution started.</summary>
    public StateMachine Machine { get; }

    public string Name { get; }

    public string Arn => Arns.Execution(Machine.Name, Name);

    public Payload Input { get; }

    public string? TraceHeader { get; }

    public DateTimeOffset StartDate { get; }

    public string Status { get; private set; } = ExecutionStatus.Running;

    public DateTimeOffset? StopDate { get; private set; }

    public Payload? Output { get; private set; }

    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    public int EventCount => history.Count;

    public int RedriveCount { get; private set; }

    public DateTimeOffset? RedriveDate { get; private set; }

    /// <summary>Ends when the run is stopped.</summary>
    internal CancellationToken Stopping => stopping.Token;

    /// <summary>The state that runs, or ran last, and its input: where a redrive goes on.</summary>
    internal (string State, Payload Input)? At => at is { } place ? (place.State, place.Input) : null;

    /// <summary>Completes when the execution has first ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>Reads several members as of one moment.</summary>
    public T Read<T>(Func<Execution, T> read)
    {
        lock (gate)
        {
            return read(this);
        }
    }

    public IReadOnlyList<HistoryEvent> History()
    {
        lock (gate)
        {
            return history.Snapshot();
        }
    }

    /// <summary>Adds an event to the running execution.</summary>
    /// <exception cref="OperationCanceledException">The execution has ended.</exception>
    internal long Record(string type, string? detailsName = null, JsonObject? details = null)
    {
        lock (gate)
        {
            ThrowIfEnded();
            if (!history.IsFull)
            {
                return history.Add(type, detailsName, details);
            }

            End(ExecutionStatus.Failed, StatesError.Runtime, $"The execution reached the maximum number of history events ({EventHistory.MaxEvents}).");
            history.Add("ExecutionFailed", "executionFailedEventDetails", new JsonObject().Error(Error, Cause));
            throw new OperationCanceledException("The history is full");
        }
    }

    /// <param name="again">Whether a redrive takes the state up again: a task is only scheduled anew then.</param>
    /// <returns>The id of the event with which the state was entered.</returns>
    internal long Enter(string state, string type, Payload input, bool again)
    {
        lock (gate)
        {
            ThrowIfEnded();
            if (again && type == "Task")
            {
                return at!.Value.EventId;
            }

            var id = Record($"{type}StateEntered", "stateEnteredEventDetails", new JsonObject { ["name"] = state }.Input(input));
            at = (state, input, id);
            return id;
        }
    }

    internal void Succeed(Payload output)
    {
        lock (gate)
        {
            ThrowIfEnded();
            Output = output;
            End(ExecutionStatus.Succeeded, null, null);
            history.Add("ExecutionSucceeded", "executionSucceededEventDetails", new JsonObject().Output(output));
        }
    }

    internal void Fail(string? error, string? cause)
    {
        lock (gate)
        {
            ThrowIfEnded();
            End(ExecutionStatus.Failed, error, cause);
            history.Add("ExecutionFailed", "executionFailedEventDetails", new JsonObject().Error(error, cause));
        }
    }

    /// <summary>Ends it from outside; false where it has ended already.</summary>
    internal bool Abort(string? error, string? cause) =>
        EndFromOutside(ExecutionStatus.Aborted, "ExecutionAborted", "executionAbortedEventDetails", error, cause);

    /// <summary>The machine's own TimeoutSeconds have passed.</summary>
    internal bool TimeOut() => EndFromOutside(ExecutionStatus.TimedOut, "ExecutionTimedOut", "executionTimedOutEventDetails", null, null);

    /// <summary>Takes it up again; false where it runs or has succeeded.</summary>
    internal bool Redrive(CancellationToken cloudStopping)
    {
        lock (gate)
        {
            if (Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
            {
                return false;
            }

            stopping = CancellationTokenSource.CreateLinkedTokenSource(cloudStopping);
            (Status, StopDate, Error, Cause) = (ExecutionStatus.Running, null, null, null);
            RedriveCount++;
            RedriveDate = EventHistory.Milliseconds(clock.GetUtcNow());
            history.Add("ExecutionRedriven", "executionRedrivenEventDetails", new JsonObject { ["redriveCount"] = RedriveCount });
            return true;
        }
    }

    private bool EndFromOutside(string status, string type, string detailsName, string? error, string? cause)
    {
        lock (gate)
        {
            if (Status != ExecutionStatus.Running)
            {
                return false;
            }

            End(status, error, cause);
            history.AddUnlinked(type, detailsName, new JsonObject().Error(error, cause));
            return true;
        }
    }

    private void End(string status, string? error, string? cause)
    {
        (Status, Error, Cause) = (status, error, cause);
        StopDate = EventHistory.Milliseconds(clock.GetUtcNow());
        ended.TrySetResult();
        // Not here and now: what waits on the token would run under the lock.
        _ = stopping.CancelAsync();
    }

    private void ThrowIfEnded()
    {
        if (Status != ExecutionStatus.Running)
        {
            throw new OperationCanceledException("The execution has ended");
        }
    }
}
