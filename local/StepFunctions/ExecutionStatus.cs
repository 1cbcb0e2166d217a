namespace SesCompliance.Local.StepFunctions;

/// <summary>The statuses of executions, as the API writes them.</summary>
public static class ExecutionStatus
{
    public const string Running = "RUNNING";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string TimedOut = "TIMED_OUT";
    public const string Aborted = "ABORTED";

    /// <summary>In the order of AWS's messages.</summary>
    public static IReadOnlyList<string> All { get; } = [Succeeded, TimedOut, "PENDING_REDRIVE", Aborted, Failed, Running];
}
