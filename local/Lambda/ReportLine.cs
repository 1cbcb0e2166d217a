using System.Globalization;

namespace SesCompliance.Local.Lambda;

/// <summary>The lines that Lambda itself writes to a function's log, worded as AWS words them; each ends with a line feed, as there.</summary>
public static class ReportLine
{
    public static string Start(string requestId, string version) => $"START RequestId: {requestId} Version: {version}\n";

    public static string End(string requestId) => $"END RequestId: {requestId}\n";

    /// <param name="duration">From the event's hand-over until the runtime asked for the next.</param>
    /// <param name="initDuration">On a cold start. It is billed, as AWS does for OS-only runtimes.</param>
    /// <param name="maxMemoryUsed">MB.</param>
    /// <param name="status">E.g. <c>timeout</c>, or <c>error\tError Type: Runtime.ExitError</c>; null where the runtime lived on.</param>
    public static string Report(string requestId, TimeSpan duration, TimeSpan? initDuration, int memorySize, int maxMemoryUsed, string? status = null)
    {
        var billed = Math.Ceiling((duration + (initDuration ?? TimeSpan.Zero)).TotalMilliseconds);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"REPORT RequestId: {requestId}\tDuration: {duration.TotalMilliseconds:F2} ms\tBilled Duration: {billed:F0} ms\t"
            + $"Memory Size: {memorySize} MB\tMax Memory Used: {maxMemoryUsed} MB\t");
        if (initDuration is { } init)
        {
            line += string.Create(CultureInfo.InvariantCulture, $"Init Duration: {init.TotalMilliseconds:F2} ms\t");
        }

        return $"{line}{(status is null ? "" : $"Status: {status}")}\n";
    }

    /// <param name="phase"><c>init</c>, or <c>invoke</c> for the second try within the invocation.</param>
    public static string InitReport(TimeSpan duration, string phase, string status) => string.Create(
        CultureInfo.InvariantCulture, $"INIT_REPORT Init Duration: {duration.TotalMilliseconds:F2} ms\tPhase: {phase}\tStatus: {status}\n");

    public static string TimedOut(DateTimeOffset at, string requestId, TimeSpan timeout) => string.Create(
        CultureInfo.InvariantCulture, $"{AwsTime.Format(at)} {requestId} Task timed out after {timeout.TotalSeconds:F2} seconds\n\n");

    public static string Failed(FunctionFailure failure) => $"{failure.Message}\n{failure.Type}\n";
}
