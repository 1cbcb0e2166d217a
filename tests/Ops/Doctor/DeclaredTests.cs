using SesCompliance.Ops.Doctor;
using SesCompliance.Tests.Infra;

namespace SesCompliance.Tests.Ops.Doctor;

/// <summary>What the doctor looks for is what the program declares.</summary>
[Collection(nameof(PulumiProgram))]
public class DeclaredTests
{
    private const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Every_alarm_of_the_program_is_looked_for_and_no_other()
    {
        var fewest = await StackUnderTest.DeclareAsync();
        var all = await StackUnderTest.DeclareAsync("dev", ("dailyQuota", "1000"), ("noMailMinutes", "90"));

        Assert.Equal(fewest.All(MetricAlarm).Select(alarm => alarm.Name).Order(), StackAlarms.Always.Order());
        Assert.Equal(all.All(MetricAlarm).Select(alarm => alarm.Name).Order(), StackAlarms.Always.Concat(StackAlarms.ByKey.Select(alarm => alarm.Name)).Order());
    }

    [Fact]
    public async Task Every_event_type_of_the_program_is_needed()
    {
        var stack = await StackUnderTest.DeclareAsync();
        var destination = stack.The("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "ses-feedback");

        Assert.Equal(destination.Texts("eventDestination.matchingEventTypes"), EventDestinationChecks.NeededTypes);
    }
}
