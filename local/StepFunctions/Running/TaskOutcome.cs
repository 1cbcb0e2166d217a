using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>How one attempt of a task came out.</summary>
internal abstract record TaskOutcome;

internal sealed record TaskResult(Payload Output) : TaskOutcome;

/// <param name="Error">Null where the token's holder named none.</param>
/// <param name="HeartbeatMissed">Whether a States.Timeout came from a missing heartbeat.</param>
internal sealed record TaskFailure(string? Error, string? Cause, bool HeartbeatMissed = false) : TaskOutcome
{
    public bool IsTimeout => Error == StatesError.Timeout && Cause is null;
}
