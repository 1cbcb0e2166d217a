using SesCompliance.Local.StepFunctions.Language;

namespace SesCompliance.Tests.Local.StepFunctions.Language;

public sealed class RetrierTests
{
    [Fact]
    public void Waits_grow_by_the_rate_up_to_the_cap()
    {
        var retrier = new Retrier(["States.ALL"]) { IntervalSeconds = 2, BackoffRate = 1.5, MaxDelaySeconds = 4 };

        Assert.Equal([2, 3, 4, 4], Enumerable.Range(1, 4).Select(attempt => retrier.NextDelay(attempt, new Random(1)).TotalSeconds));
    }

    [Fact]
    public void Defaults_are_one_second_doubled() =>
        Assert.Equal([1, 2, 4], Enumerable.Range(1, 3).Select(attempt => new Retrier(["E"]).NextDelay(attempt, new Random(1)).TotalSeconds));

    [Fact]
    public void Full_jitter_draws_from_nothing_to_the_whole_wait()
    {
        var retrier = new Retrier(["States.ALL"]) { IntervalSeconds = 100, BackoffRate = 1, FullJitter = true };
        var random = new Random(7);
        var waits = Enumerable.Range(0, 200).Select(_ => retrier.NextDelay(1, random).TotalSeconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, 0, 100));
        Assert.True(waits.Min() < 10 && waits.Max() > 90);
    }

    [Fact]
    public void Far_attempts_do_not_overflow() => Assert.True(new Retrier(["E"]) { BackoffRate = 10 }.NextDelay(400, new Random(1)) > TimeSpan.FromDays(365));

    [Theory]
    [InlineData("Custom", "Custom", true)]
    [InlineData("Custom", "Other", false)]
    [InlineData("States.ALL", "Custom", true)]
    [InlineData("States.ALL", null, true)]
    [InlineData("States.ALL", "States.Timeout", true)]
    [InlineData("States.ALL", "States.DataLimitExceeded", true)]
    [InlineData("States.ALL", "States.Runtime", false)]
    [InlineData("States.Runtime", "States.Runtime", false)]
    [InlineData("States.TaskFailed", "Lambda.Unknown", true)]
    [InlineData("States.TaskFailed", "States.Timeout", false)]
    [InlineData("States.Timeout", "States.Timeout", true)]
    [InlineData("States.HeartbeatTimeout", "States.Timeout", false)]
    public void Error_is_matched_by_name_or_wildcard(string named, string? error, bool matches) => Assert.Equal(matches, ErrorMatch.Matches([named], error));

    [Fact]
    public void Missed_heartbeat_is_matched_by_its_own_name_too() => Assert.True(ErrorMatch.Matches(["States.HeartbeatTimeout"], "States.Timeout", heartbeat: true));
}
