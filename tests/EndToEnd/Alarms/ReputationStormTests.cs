namespace SesCompliance.Tests.EndToEnd.Alarms;

/// <summary>As <see cref="AlarmStormTests"/>, for what SES thinks of the stack's mail.</summary>
public sealed class ReputationStormTests(AlarmCloud cloud) : IClassFixture<AlarmCloud>
{
    public static TheoryData<string> Names => [.. ReputationStorms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_alarm_stays_quiet_below_its_threshold_goes_off_above_it_and_ends(string alarm)
    {
        await ReputationStorms.All[alarm].PlayAsync(await cloud.NewAsync(), alarm);

        Assert.Empty(cloud.Warnings);
    }
}
