using SesCompliance.Local.Sns;

namespace SesCompliance.Tests.Local.Sns;

public class DeliveryPolicyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    [InlineData(15, 20)]
    [InlineData(16, 20)]
    [InlineData(100_015, 20)]
    public void A_retry_waits_as_its_phase_says(int retry, double seconds) => Assert.Equal(seconds, new DeliveryPolicy().DelayBefore(retry).TotalSeconds);

    [Fact]
    public void The_backoff_phase_grows_from_one_second_to_twenty()
    {
        var delays = Enumerable.Range(6, 10).Select(retry => new DeliveryPolicy().DelayBefore(retry).TotalSeconds).ToList();

        Assert.Equal(delays.Order(), delays);
        Assert.Equal(10, delays.Distinct().Count());
    }

    [Fact]
    public void There_are_100_015_retries_over_23_days()
    {
        var policy = new DeliveryPolicy();

        Assert.Equal(100_015, policy.Retries);
        Assert.Equal(23, TimeSpan.FromSeconds(Enumerable.Range(1, policy.Retries).Sum(retry => policy.DelayBefore(retry).TotalSeconds)).Days);
    }

    [Fact]
    public void Jitter_halves_a_delay_at_most()
    {
        var policy = new DeliveryPolicy { ImmediateRetries = 0 };

        Assert.Equal(TimeSpan.FromSeconds(0.5), Second(0));
        Assert.Equal(TimeSpan.FromSeconds(1), Second(1));

        TimeSpan? Second(double jitter)
        {
            var attempts = new DeliveryAttempts(policy, Start, () => jitter);
            var first = attempts.Next(Start)!.Value;
            return attempts.Next(Start + first);
        }
    }

    [Fact]
    public void Retries_that_the_clock_jumped_over_become_one()
    {
        var attempts = new DeliveryAttempts(new DeliveryPolicy(), Start, () => 1);
        while (attempts.Retry < 20)
        {
            attempts.Next(Start);
        }

        Assert.Equal(TimeSpan.Zero, attempts.Next(Start + TimeSpan.FromHours(1)));
        Assert.InRange(attempts.Retry, 180, 200);
        Assert.InRange(attempts.Next(Start + TimeSpan.FromHours(1))!.Value.TotalSeconds, 0.001, 20);
    }

    [Fact]
    public void A_jump_beyond_the_last_retry_leaves_one_and_then_none()
    {
        var attempts = new DeliveryAttempts(new DeliveryPolicy(), Start, () => 1);
        var late = Start + TimeSpan.FromDays(30);
        for (var immediate = 0; immediate < 4; immediate++)
        {
            attempts.Next(late);
        }

        Assert.Equal(100_015, attempts.Retry);
        Assert.Null(attempts.Next(late));
    }
}
