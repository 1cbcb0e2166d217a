namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>How often and after what wait a failed task is tried again.</summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error</remarks>
public sealed record Retrier(IReadOnlyList<string> ErrorEquals)
{
    public long IntervalSeconds { get; init; } = 1;

    public long MaxAttempts { get; init; } = 3;

    public double BackoffRate { get; init; } = 2;

    public long? MaxDelaySeconds { get; init; }

    public bool FullJitter { get; init; }

    /// <summary>The wait before a retry.</summary>
    /// <param name="attempt">1 for the first retry.</param>
    /// <param name="random">Draws the jitter: from nothing to the whole wait.</param>
    public TimeSpan NextDelay(long attempt, Random random)
    {
        var seconds = IntervalSeconds * Math.Pow(BackoffRate, attempt - 1);
        seconds = Math.Min(seconds, MaxDelaySeconds ?? TimeSpan.MaxValue.TotalSeconds / 2);
        return TimeSpan.FromSeconds(FullJitter ? seconds * random.NextDouble() : seconds);
    }
}
