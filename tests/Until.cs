namespace SesCompliance.Tests;

/// <summary>Waits on a condition, with a deadline.</summary>
internal static class Until
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks again and again until the answer satisfies the condition.</summary>
    public static async Task<T> IsAsync<T>(Func<Task<T>> ask, Func<T, bool> condition, TimeSpan deadline, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (condition(answer))
            {
                return answer;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < deadline, $"waited {deadline.TotalSeconds} s for {what}; the last answer was {answer}");
            await Task.Delay(Poll, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public static Task TrueAsync(Func<bool> condition, TimeSpan deadline, string what) =>
        IsAsync(() => Task.FromResult(condition()), met => met, deadline, what);
}
