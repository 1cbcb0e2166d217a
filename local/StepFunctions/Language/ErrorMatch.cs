namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Whether an error is one that a retrier or a catcher names, wildcards considered.</summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html</remarks>
public static class ErrorMatch
{
    /// <param name="error">Null where a task was failed without a name.</param>
    /// <param name="heartbeat">Whether a States.Timeout came from a missing heartbeat.</param>
    public static bool Matches(IReadOnlyList<string> named, string? error, bool heartbeat = false) =>
        // Nothing catches States.Runtime, not even its own name (recorded on AWS).
        error != StatesError.Runtime && named.Any(name => name == error || name switch
        {
            StatesError.All => true,
            StatesError.TaskFailed => error is not (StatesError.Timeout or StatesError.HeartbeatTimeout),
            StatesError.HeartbeatTimeout => heartbeat && error == StatesError.Timeout,
            _ => false,
        });
}
