using Amazon.CloudWatch.Model;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Tests.Local.CloudWatch;
using Metric = Amazon.CloudWatch.Model.Metric;
using MetricStat = Amazon.CloudWatch.Model.MetricStat;
using StateValue = Amazon.CloudWatch.StateValue;

namespace SesCompliance.Tests.Conformance;

/// <summary>Alarms and metric data as the CloudWatch client reads them over the wire; true of the official package and of the stand-in.</summary>
public sealed class AlarmClientTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alarms_are_described_in_pages_and_by_state()
    {
        await using var cloud = await CloudAsync("ses-a", "ses-b", "other");

        var first = await cloud.Client.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = "ses-", MaxRecords = 1 }, Cancelled);
        var second = await cloud.Client.DescribeAlarmsAsync(
            new DescribeAlarmsRequest { AlarmNamePrefix = "ses-", MaxRecords = 1, NextToken = first.NextToken }, Cancelled);
        var named = await cloud.Client.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["other", "none"] }, Cancelled);
        var alarming = await cloud.Client.DescribeAlarmsAsync(new DescribeAlarmsRequest { StateValue = StateValue.ALARM }, Cancelled);

        var alarm = Assert.Single(first.MetricAlarms);
        Assert.Equal(("ses-a", 2.5, 3, true), (alarm.AlarmName, alarm.Threshold, alarm.EvaluationPeriods, alarm.ActionsEnabled));
        Assert.Equal("arn:aws:cloudwatch:us-east-1:000000000000:alarm:ses-a", alarm.AlarmArn);
        Assert.Equal(StateValue.INSUFFICIENT_DATA, alarm.StateValue);
        Assert.Equal((cloud.Time.GetUtcNow().UtcDateTime, DateTimeKind.Utc), (alarm.StateUpdatedTimestamp!.Value, alarm.StateUpdatedTimestamp.Value.Kind));
        Assert.Equal(["arn:aws:sns:us-east-1:000000000000:t"], alarm.AlarmActions);
        Assert.Equal(("n", "m", 60), (alarm.Namespace, alarm.MetricName, alarm.Period));
        Assert.Equal("ses-b", Assert.Single(second.MetricAlarms).AlarmName);
        Assert.Null(second.NextToken);
        Assert.Equal("other", Assert.Single(named.MetricAlarms).AlarmName);
        Assert.Empty(alarming.MetricAlarms ?? []);
        Assert.Equal(3, (await cloud.Client.DescribeAlarmsAsync(Cancelled)).MetricAlarms.Count);
    }

    [Fact]
    public async Task A_bad_token_is_its_exception()
    {
        await using var cloud = await CloudAsync("a");

        await Assert.ThrowsAsync<InvalidNextTokenException>(() => cloud.Client.DescribeAlarmsAsync(new DescribeAlarmsRequest { NextToken = "?" }, Cancelled));
    }

    [Fact]
    public async Task Metric_data_is_computed()
    {
        await using var cloud = await CloudAsync();
        cloud.Metrics.Put(new MetricId("n", "m"), 3);
        cloud.Time.Advance(TimeSpan.FromMinutes(1));
        cloud.Metrics.Put(new MetricId("n", "m"), 4);
        var start = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);

        var data = await cloud.Client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = start,
                EndTime = start.AddMinutes(10),
                MetricDataQueries =
                [
                    new MetricDataQuery
                    {
                        Id = "a", ReturnData = false, MetricStat = new MetricStat { Stat = "Sum", Period = 60, Metric = new Metric { Namespace = "n", MetricName = "m" } },
                    },
                    new MetricDataQuery { Id = "e", Expression = "a*2" },
                ],
            },
            Cancelled);

        var result = Assert.Single(data.MetricDataResults);
        Assert.Equal("e", result.Id);
        Assert.Equal([8d, 6d], result.Values);
        Assert.Equal([start.AddMinutes(3), start.AddMinutes(2)], result.Timestamps);
        Assert.Equal(Amazon.CloudWatch.StatusCode.Complete, result.StatusCode);
    }

    private static async Task<CloudWatchCloud> CloudAsync(params string[] alarms)
    {
        var cloud = await CloudWatchCloud.StartAsync();
        foreach (var name in alarms)
        {
            var query = $"Action=PutMetricAlarm&AlarmName={name}&AlarmActions.member.1=arn:aws:sns:us-east-1:000000000000:t&Namespace=n&MetricName=m"
                + "&Statistic=Sum&Period=60&EvaluationPeriods=3&Threshold=2.5&ComparisonOperator=GreaterThanThreshold&Version=2010-08-01";
            using var form = new StringContent(query, null, "application/x-www-form-urlencoded");
            using var answer = await cloud.Http.PostAsync(new Uri("/", UriKind.Relative), form, Cancelled);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
        }

        return cloud;
    }
}
