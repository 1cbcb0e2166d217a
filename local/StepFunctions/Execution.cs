using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.History;

namespace SesCompliance.Local.StepFunctions;

/// <summary>
/// One run of a state machine: what it was started with, where it stands, and its history. Its lock makes each event one with the status that it brings;
/// once it has ended nothing is added until a redrive.
/// </summary>
#pragma warning disable CA1001 // Its CancellationTokenSource, without timer or link, holds nothing to dispose of.
public sealed class Execution
#pragma warning restore CA1001
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly EventHistory history;
    private readonly ExecutionMetrics metrics;
    private TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource stopping = new();

    internal Execution(StateMachine machine, string name, Payload input, string? traceHeader, TimeProvider clock, ExecutionMetrics metrics)
    {
        (Machine, Name, Input, TraceHeader, this.clock, this.metrics) = (machine, name, input, traceHeader, clock, metrics);
        history = new EventHistory(clock);
        StartDate = EventHistory.Milliseconds(clock.GetUtcNow());
        history.Add("ExecutionStarted", "executionStartedEventDetails", new JsonObject().Input(input).With("roleArn", machine.RoleArn));
        history.ContinueFrom(0);
        metrics.Started(machine.Arn);
    }

    /// <summary>The machine as it was when the execution started.</summary>
    public StateMachine Machine { get; }

    public string Name { get; }

    /// <summary>Names the session of the machine's role in which the tasks call.</summary>
    public string SessionName { get; } = Guid.NewGuid().ToString("N");

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

    /// <summary>The state that runs, or ran last, its input and the event of its entry: where a redrive goes on.</summary>
    internal (string State, Payload Input, long EventId)? At { get; set; }

    /// <summary>Completes when the execution ends; a redrive begins anew.</summary>
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

    /// <summary>Begins a run: the first, or one after a redrive. Only the latest run can write.</summary>
    internal ExecutionRun Begin()
    {
        lock (gate)
        {
            stopping = new CancellationTokenSource();
            if (Status != ExecutionStatus.Running)
            {
                Halt();
            }

            return new ExecutionRun(this, stopping.Token);
        }
    }

    /// <summary>Carries out one step of a run: events and the status that they bring are one.</summary>
    /// <exception cref="OperationCanceledException">The execution has ended, or another run goes on with it.</exception>
    internal T Write<T>(Func<EventHistory, T> step, CancellationToken run)
    {
        lock (gate)
        {
            run.ThrowIfCancellationRequested();
            if (history.IsFull)
            {
                Finish(ExecutionStatus.Failed, null, StatesError.Runtime, $"The execution reached the maximum number of history events ({EventHistory.MaxEvents}).");
                history.Add("ExecutionFailed", "executionFailedEventDetails", new JsonObject().Error(Error, Cause));
                run.ThrowIfCancellationRequested();
            }

            return step(history);
        }
    }

    /// <summary>Ends the execution. Called within <see cref="Write"/> by a run.</summary>
    internal void Finish(string status, Payload? output, string? error, string? cause)
    {
        (Status, Output, Error, Cause) = (status, output, error, cause);
        var stopped = EventHistory.Milliseconds(clock.GetUtcNow());
        StopDate = stopped;
        metrics.Ended(Machine.Arn, status, stopped - StartDate);
        ended.TrySetResult();
        Halt();
    }

    /// <summary>Ends the run without a word in the history, as when the cloud goes down.</summary>
    internal void Halt() =>
        // What waits on the token goes on elsewhere, not here under a lock; the token itself is cancelled at once.
        _ = stopping.CancelAsync();

    /// <summary>Ends it from outside; false where it has ended already.</summary>
    internal bool Abort(string? error, string? cause) =>
        EndFromOutside(ExecutionStatus.Aborted, "ExecutionAborted", "executionAbortedEventDetails", error, cause, new JsonObject().Error(error, cause));

    /// <summary>The machine's own TimeoutSeconds have passed. Only the history names the error (seen on AWS).</summary>
    internal bool TimeOut() => EndFromOutside(
        ExecutionStatus.TimedOut, "ExecutionTimedOut", "executionTimedOutEventDetails", null, null, new JsonObject().Error(StatesError.Timeout, null));

    /// <summary>Takes it up again; false where it runs or has succeeded.</summary>
    internal bool Redrive()
    {
        lock (gate)
        {
            if (Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
            {
                return false;
            }

            (Status, StopDate, Error, Cause) = (ExecutionStatus.Running, null, null, null);
            ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            RedriveCount++;
            RedriveDate = EventHistory.Milliseconds(clock.GetUtcNow());
            history.Add("ExecutionRedriven", "executionRedrivenEventDetails", new JsonObject { ["redriveCount"] = RedriveCount });
            return true;
        }
    }

    private bool EndFromOutside(string status, string type, string detailsName, string? error, string? cause, JsonObject details)
    {
        lock (gate)
        {
            if (Status != ExecutionStatus.Running)
            {
                return false;
            }

            Finish(status, null, error, cause);
            history.AddUnlinked(type, detailsName, details);
            return true;
        }
    }
}
