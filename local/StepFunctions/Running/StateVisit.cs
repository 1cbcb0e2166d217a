using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Language;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>One visit of a state.</summary>
internal sealed class StateVisit(ExecutionRun run, State state, Payload input, long enteredEventId, DateTimeOffset enteredTime)
{
    public ExecutionRun Run => run;

    public Execution Execution => run.Execution;

    public State State => state;

    public Payload Input => input;

    public DateTimeOffset EnteredTime => enteredTime;

    public long EnteredEventId => enteredEventId;

    /// <summary>How often the task was tried again; null where the state is no task.</summary>
    public int? RetryCount { get; set; }

    public string? TaskToken { get; set; }
}
