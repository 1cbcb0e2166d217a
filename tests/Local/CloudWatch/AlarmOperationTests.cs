using SesCompliance.Local.CloudWatch;

namespace SesCompliance.Tests.Local.CloudWatch;

public sealed class AlarmOperationTests
{
    private const string Alarm = "&Namespace=n&MetricName=m&Statistic=Sum&Period=60&EvaluationPeriods=1&Threshold=1&ComparisonOperator=GreaterThanOrEqualToThreshold";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alarms_are_put_described_in_pages_set_and_deleted()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        foreach (var name in new[] { "ses-a", "ses-b", "other" })
        {
            await QueryAsync(cloud, $"Action=PutMetricAlarm&AlarmName={name}&AlarmActions.member.1=arn:aws:sns:us-east-1:000000000000:t{Alarm}");
        }

        var first = await QueryAsync(cloud, "Action=DescribeAlarms&AlarmNamePrefix=ses-&MaxRecords=1");
        Assert.Contains("<AlarmArn>arn:aws:cloudwatch:us-east-1:000000000000:alarm:ses-a</AlarmArn>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("ses-b", first, StringComparison.Ordinal);
        var token = Uri.EscapeDataString(first.Split("<NextToken>")[1].Split('<')[0]);
        var second = await QueryAsync(cloud, $"Action=DescribeAlarms&AlarmNamePrefix=ses-&MaxRecords=1&NextToken={token}");
        Assert.Contains("ses-b", second, StringComparison.Ordinal);
        Assert.DoesNotContain("NextToken", second, StringComparison.Ordinal);

        await QueryAsync(cloud, "Action=SetAlarmState&AlarmName=ses-b&StateValue=ALARM&StateReason=rehearsal");
        var alarming = await QueryAsync(cloud, "Action=DescribeAlarms&StateValue=ALARM");
        Assert.Contains("<StateReason>rehearsal</StateReason>", alarming, StringComparison.Ordinal);
        Assert.DoesNotContain("ses-a", alarming, StringComparison.Ordinal);

        Assert.Contains("<Code>ResourceNotFound</Code>", await QueryAsync(cloud, "Action=DeleteAlarms&AlarmNames.member.1=none&AlarmNames.member.2=ses-a"), StringComparison.Ordinal);
        Assert.Equal(["other", "ses-b"], cloud.Alarms.All.Select(alarm => alarm.Name));
    }

    [Theory]
    [InlineData("Action=SetAlarmState&AlarmName=none&StateValue=OK&StateReason=r", "<Code>ResourceNotFound</Code>")]
    [InlineData("Action=SetAlarmState&AlarmName=none&StateValue=Fine&StateReason=r", "The value Fine for parameter StateValue")]
    [InlineData("Action=PutMetricAlarm&AlarmName=a&DatapointsToAlarm=2" + Alarm, "DatapointsToAlarm 2 must be 1 to EvaluationPeriods (1)")]
    [InlineData("Action=PutMetricAlarm&AlarmName=a&TreatMissingData=fine" + Alarm, "TreatMissingData 'fine' must be one of")]
    [InlineData("Action=PutMetricAlarm&AlarmName=a&OKActions.member.1=arn:aws:lambda:us-east-1:000000000000:function:f" + Alarm, "is not supported by the embedded cloud")]
    public async Task What_is_wrong_is_refused(string query, string answer)
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        Assert.Contains(answer, System.Net.WebUtility.HtmlDecode(await QueryAsync(cloud, query)), StringComparison.Ordinal);
        Assert.Empty(cloud.Alarms.All);
    }

    [Fact]
    public async Task Metric_data_is_computed_newest_first()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        cloud.Metrics.Put(new MetricId("n", "m"), 3);
        cloud.Time.Advance(TimeSpan.FromMinutes(1));
        cloud.Metrics.Put(new MetricId("n", "m"), 4);
        var answer = await QueryAsync(
            cloud,
            "Action=GetMetricData&StartTime=2026-11-24T10:00:00Z&EndTime=2026-11-24T10:10:00Z&MetricDataQueries.member.1.Id=a&MetricDataQueries.member.1.ReturnData=false&MetricDataQueries.member.1.MetricStat.Stat=Sum&MetricDataQueries.member.1.MetricStat.Period=60&MetricDataQueries.member.1.MetricStat.Metric.Namespace=n&MetricDataQueries.member.1.MetricStat.Metric.MetricName=m&MetricDataQueries.member.2.Id=e&MetricDataQueries.member.2.Expression=a*2");
        Assert.Contains("<Values><member>8</member><member>6</member></Values>", answer, StringComparison.Ordinal);
        Assert.Contains("<Timestamps><member>2026-11-24T10:03:00.000Z</member><member>2026-11-24T10:02:00.000Z</member></Timestamps>", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<Id>a</Id>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboards_are_listed_and_handed_out()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        cloud.Dashboards.Put("ses-dev", """{"widgets":[]}""");
        Assert.Contains("<DashboardArn>arn:aws:cloudwatch::000000000000:dashboard/ses-dev</DashboardArn>", await QueryAsync(cloud, "Action=ListDashboards"), StringComparison.Ordinal);
        Assert.Contains("""{"widgets":[]}""", System.Net.WebUtility.HtmlDecode(await QueryAsync(cloud, "Action=GetDashboard&DashboardName=ses-dev")), StringComparison.Ordinal);
        Assert.Contains("<Code>ResourceNotFound</Code>", await QueryAsync(cloud, "Action=GetDashboard&DashboardName=none"), StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => cloud.Dashboards.Put("ses-dev", "[]"));
    }

    private static async Task<string> QueryAsync(CloudWatchCloud cloud, string form)
    {
        using var content = new StringContent($"Version=2010-08-01&{form}", null, "application/x-www-form-urlencoded");
        using var response = await cloud.Http.PostAsync(new Uri("/", UriKind.Relative), content, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
