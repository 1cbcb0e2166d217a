using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>Whether one more invocation fits (https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html).</summary>
/// <param name="Unreserved">
/// Invocations at once of all functions that reserve none. On AWS reservations are taken off this number; here they come on top, so that a stack whose
/// reservations suit AWS deploys on a small machine too.
/// </param>
public sealed record ConcurrencyLimits(int Unreserved)
{
    /// <param name="reserved">The function's own reservation.</param>
    /// <param name="running">The function's running invocations.</param>
    /// <param name="runningUnreserved">Running invocations of all functions without a reservation.</param>
    /// <returns>The throttle reason as the API names it; null where the invocation fits.</returns>
    public string? ThrottleReason(int? reserved, int running, int runningUnreserved) =>
        reserved is { } own
            ? running >= own ? "ReservedFunctionConcurrentInvocationLimitExceeded" : null
            : runningUnreserved >= Unreserved ? "ConcurrentInvocationLimitExceeded" : null;

    public static AwsException Throttled(string reason) =>
        new("TooManyRequestsException", "Rate Exceeded.", 429) { Members = new() { ["Reason"] = reason, ["Type"] = "User" } };
}
