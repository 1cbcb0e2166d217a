namespace SesCompliance.Local.Lambda;

/// <summary>When an asynchronous event is tried again (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).</summary>
public static class AsyncRetries
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    /// <summary>The wait after a function error, or null when the retries are used up.</summary>
    /// <param name="functionErrors">So far, this one included.</param>
    public static TimeSpan? AfterFunctionError(EventInvokeConfig config, int functionErrors) =>
        functionErrors > config.MaximumRetryAttempts ? null : TimeSpan.FromMinutes(functionErrors == 1 ? 1 : 2);

    /// <summary>
    /// The wait after a throttle or a service error: from 1 s, doubling, up to 5 min. Null where the function is switched off, its reserved concurrency being 0:
    /// then events go to the destination at once (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
    /// </summary>
    /// <param name="inARow">So far, this one included.</param>
    public static TimeSpan? AfterThrottle(int? reservedConcurrency, int inARow) => reservedConcurrency == 0
        ? null
        : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(inARow, 20) - 1), LongestBackoff.TotalSeconds));

    /// <summary>A wait ends when the event gets too old, at the latest.</summary>
    public static TimeSpan Within(EventInvokeConfig config, TimeSpan age, TimeSpan wait) =>
        TimeSpan.FromTicks(Math.Min(wait.Ticks, Math.Max(0, (config.MaximumEventAge - age).Ticks)));

    public static bool Expired(EventInvokeConfig config, TimeSpan age) => age >= config.MaximumEventAge;
}
