using System.Globalization;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Lambda;

/// <summary>How an invocation ended that its runtime did not answer, worded as AWS words it.</summary>
/// <param name="Type">E.g. <c>Runtime.ExitError</c>.</param>
public sealed record FunctionFailure(string Type, string Message)
{
    private static readonly Dictionary<int, string> Signals = new()
    {
        [1] = "hangup", [2] = "interrupt", [3] = "quit", [4] = "illegal instruction", [6] = "aborted", [7] = "bus error", [8] = "floating point exception",
        [9] = "killed", [11] = "segmentation fault", [13] = "broken pipe", [14] = "alarm clock", [15] = "terminated",
    };

    /// <summary>The payload that the caller gets.</summary>
    public string Payload => new JsonObject { ["errorType"] = Type, ["errorMessage"] = Message }.ToJsonString(PlainJson.Options);

    public static FunctionFailure TimedOut(string requestId, TimeSpan timeout) => new(
        "Sandbox.Timedout",
        string.Create(CultureInfo.InvariantCulture, $"RequestId: {requestId} Error: Task timed out after {timeout.TotalSeconds:F2} seconds"));

    /// <param name="exitCode">As a shell tells it: 128 and the signal's number where a signal ended the process.</param>
    public static FunctionFailure Exited(string requestId, int exitCode) => new(
        "Runtime.ExitError",
        $"RequestId: {requestId} Error: " + exitCode switch
        {
            0 => "Runtime exited without providing a reason",
            > 128 when Signals.TryGetValue(exitCode - 128, out var signal) => $"Runtime exited with error: signal: {signal}",
            _ => $"Runtime exited with error: exit status {exitCode}",
        });

    public static FunctionFailure NoBootstrap(string requestId) => new(
        "Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");

    /// <param name="reason">As the system words it, e.g. <c>permission denied</c>.</param>
    public static FunctionFailure NotStarted(string requestId, string reason) => new(
        "Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: fork/exec /var/task/bootstrap: {reason}");

    public static FunctionFailure ResponseTooLarge(long size) => new(
        "Function.ResponseSizeTooLarge", $"Response payload size ({size} bytes) exceeded maximum allowed payload size ({PayloadLimits.Response} bytes).");
}
