using System.Collections.Immutable;
using SesCompliance.Local.Deployment;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Local.Deployment;

public class CloudWatchResourcesTests(CloudFixture fixture)
{
    private static readonly ImmutableDictionary<string, object> Rate = ImmutableDictionary<string, object>.Empty
        .Add("name", "declared-rate").Add("evaluationPeriods", 1d).Add("threshold", 0.1d).Add("comparisonOperator", "GreaterThanThreshold").Add("treatMissingData", "ignore")
        .Add("metricQueries", ImmutableArray.Create<object>(
            ImmutableDictionary<string, object>.Empty.Add("id", "sent").Add("metric", ImmutableDictionary<string, object>.Empty
                .Add("namespace", "DiscordBot/SES").Add("metricName", "EmailsSent").Add("period", 300d).Add("stat", "Sum")
                .Add("dimensions", ImmutableDictionary<string, object>.Empty.Add("Environment", "dev"))),
            ImmutableDictionary<string, object>.Empty.Add("id", "rate").Add("expression", "IF(sent > 50, 1, 0)").Add("label", "Rate").Add("returnData", true)));

    [Fact]
    public async Task An_alarm_is_made_as_it_is_declared()
    {
        var made = await ProvisionAsync(Rate);
        var alarm = fixture.Cloud.Alarms.All.Single(alarm => alarm.Name == "declared-rate").Definition;
        fixture.Cloud.Alarms.Delete("declared-rate");
        Assert.Equal(("declared-rate", "arn:aws:cloudwatch:us-east-1:000000000000:alarm:declared-rate"), (made.Id, made.Outputs["arn"]));
        Assert.Equal((0.1, "ignore", "Environment"), (alarm.Threshold, alarm.TreatMissingData, alarm.Queries[0].Stat!.Metric.Dimensions.Single().Key));
        Assert.Equal([false, true], alarm.Queries.Select(query => query.ReturnData));
    }

    [Fact]
    public async Task What_no_alarm_can_be_is_refused_with_its_rule()
    {
        var fault = await Assert.ThrowsAsync<DeploymentException>(() => ProvisionAsync(Rate.SetItem("treatMissingData", "fine")));
        Assert.StartsWith("aws:cloudwatch/metricAlarm:MetricAlarm 'declared-rate': TreatMissingData 'fine' must be one of", fault.Message, StringComparison.Ordinal);
    }

    private Task<ResourceState> ProvisionAsync(ImmutableDictionary<string, object> declared) =>
        ResourceKinds.Of(fixture.Cloud).CreateAsync("aws:cloudwatch/metricAlarm:MetricAlarm", "rate", declared, TestContext.Current.CancellationToken);
}
