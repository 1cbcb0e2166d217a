namespace SesCompliance.Tests.EndToEnd.Alarms;

/// <summary>Each alarm goes off for what it is there for, and for nothing less: caused in the running system, never by publishing a metric of AWS's.</summary>
public sealed class AlarmStormTests(AlarmCloud cloud) : IClassFixture<AlarmCloud>
{
    public static TheoryData<string> Names => [.. Storms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_alarm_stays_quiet_below_its_threshold_goes_off_above_it_and_ends(string alarm)
    {
        await Storms.All[alarm].PlayAsync(await cloud.SharedAsync(), alarm);

        Assert.Empty(cloud.Warnings);
    }

    [Fact]
    public async Task Every_alarm_that_a_stack_declares_has_its_storm() => Assert.Equal(
        (await cloud.SharedAsync()).Alarms().Order(StringComparer.Ordinal),
        Storms.All.Keys.Concat(ReputationStorms.All.Keys).Order(StringComparer.Ordinal));
}
