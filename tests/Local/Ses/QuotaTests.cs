using SesCompliance.Local.Ses;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Ses;

public class QuotaTests
{
    [Fact]
    public async Task The_rate_is_so_many_recipients_a_second()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { MaxSendRate = 2 };
        await world.SendAsync("a@elsewhere.org");
        await world.SendAsync("a@elsewhere.org");

        await RefusedAsync(world, "Maximum sending rate exceeded.");

        world.Time.Advance(TimeSpan.FromSeconds(0.5));
        await world.SendAsync("a@elsewhere.org");
        await RefusedAsync(world, "Maximum sending rate exceeded.");
    }

    [Fact]
    public async Task Unused_rate_is_not_saved_up()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { MaxSendRate = 1 };
        await world.SendAsync("a@elsewhere.org");
        world.Time.Advance(TimeSpan.FromMinutes(1));

        await world.SendAsync("a@elsewhere.org");
        await RefusedAsync(world, "Maximum sending rate exceeded.");
    }

    [Fact]
    public async Task The_simulator_counts_against_the_rate()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { MaxSendRate = 1 };
        await world.SendAsync("success@simulator.amazonses.com");

        await RefusedAsync(world, "Maximum sending rate exceeded.");
    }

    [Fact]
    public async Task The_daily_quota_is_over_any_24_hours()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { Max24HourSend = 2 };
        await world.SendAsync("a@elsewhere.org");
        world.Time.Advance(TimeSpan.FromHours(20));
        await world.SendAsync("a@elsewhere.org");

        await RefusedAsync(world, "Daily message quota exceeded.");
        Assert.Equal(2, world.Ses.SentLast24Hours);

        world.Time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(1, world.Ses.SentLast24Hours);
        await world.SendAsync("a@elsewhere.org");
    }

    [Fact]
    public async Task The_simulator_does_not_count_against_the_daily_quota()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { Max24HourSend = 1 };
        await world.SendAsync("a@elsewhere.org");

        await world.SendAsync("success@simulator.amazonses.com");

        Assert.Equal(1, world.Ses.SentLast24Hours);
    }

    [Fact]
    public async Task A_quota_of_minus_one_has_no_end()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { Max24HourSend = -1 };

        await world.SendAsync("a@elsewhere.org");
    }

    private static async Task RefusedAsync(SesWorld world, string message)
    {
        var refusal = await Assert.ThrowsAsync<AwsException>(() => world.SendAsync("a@elsewhere.org"));
        Assert.Equal(("TooManyRequestsException", 429, message), (refusal.Code, refusal.StatusCode, refusal.Message));
    }
}
