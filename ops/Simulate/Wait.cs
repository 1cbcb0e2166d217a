using SesCompliance.Ops.Aws;

namespace SesCompliance.Ops.Simulate;

/// <summary>Waits for what must arrive, all of it together no longer than the timeout.</summary>
internal sealed class Wait(TimeProvider clock, TimeSpan timeout)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly long started = clock.GetTimestamp();

    public TimeSpan Timeout => timeout;

    public double Seconds => clock.GetElapsedTime(started).TotalSeconds;

    /// <summary>Asks until the answer is enough, a source refuses, or the time is over.</summary>
    /// <returns>The last answer, enough or not.</returns>
    public async Task<Answered<T>> UntilAsync<T>(Func<Task<T?>> ask, Predicate<T> enough, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var answer = await Answered.ByAsync(ask);
            if (answer.Trouble is not null || (answer.Value is { } value && enough(value)) || clock.GetElapsedTime(started) >= timeout)
            {
                return answer;
            }

            await Task.Delay(Poll, clock, cancellationToken);
        }
    }
}
