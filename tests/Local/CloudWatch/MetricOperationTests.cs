using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace SesCompliance.Tests.Local.CloudWatch;

public sealed class MetricOperationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_client_puts_it_gets_back()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        var at = cloud.Time.GetUtcNow().UtcDateTime;
        await cloud.Client.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "DiscordBot/SES",
                MetricData = [new MetricDatum { MetricName = "EmailsSent", Value = 1, Unit = StandardUnit.Count, Dimensions = [new Dimension { Name = "Environment", Value = "dev" }] }],
            },
            Cancellation);
        var answer = await cloud.Client.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = "DiscordBot/SES",
                MetricName = "EmailsSent",
                Dimensions = [new Dimension { Name = "Environment", Value = "dev" }],
                StartTime = at.AddMinutes(-5),
                EndTime = at.AddMinutes(5),
                Period = 60,
                Statistics = ["Sum", "SampleCount"],
            },
            Cancellation);
        var datapoint = Assert.Single(answer.Datapoints);
        Assert.Equal((1d, 1d, StandardUnit.Count), (datapoint.Sum, datapoint.SampleCount, datapoint.Unit));
        Assert.Equal(new DateTime(2026, 11, 24, 10, 2, 0, DateTimeKind.Utc), datapoint.Timestamp!.Value.ToUniversalTime());
        Assert.Null(datapoint.Average);
    }

    [Theory]
    [InlineData("""{"Namespace":"AWS/SES","MetricData":[{"MetricName":"a","Value":1}]}""", "InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.")]
    [InlineData("""{"Namespace":"n","MetricData":[]}""", "MissingParameter", "The parameter MetricData is required.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a"}]}""", "MissingParameter", "The parameter MetricData.member.1.Value is required.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"Value":1}]}""", "MissingParameter", "The parameter MetricData.member.1.MetricName is required.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a","Value":1},{"MetricName":"a","Value":"NaN"}]}""", "InvalidParameterValue", "The value NaN for parameter MetricData.member.2.Value is invalid.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a","Value":1,"StatisticValues":{"SampleCount":1,"Sum":1,"Minimum":1,"Maximum":1}}]}""", "InvalidParameterCombination", "The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you have specified both.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a","Values":[1,2],"Counts":[1]}]}""", "InvalidParameterValue", "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a","Value":1,"Timestamp":1794300000}]}""", "InvalidParameterValue", "The parameter MetricData.member.1.Timestamp must specify a time no more than two weeks in the past.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a","Value":1,"Timestamp":1795530000}]}""", "InvalidParameterValue", "The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a","Value":1,"StorageResolution":5}]}""", "InvalidParameterValue", "The parameter MetricData.member.1.StorageResolution must be 1 or 60.")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"a","Value":1}],"EntityMetricData":[]}""", "ValidationException", "The embedded cloud does not support the member EntityMetricData here (see docs/supported.md)")]
    public async Task What_CloudWatch_refuses_is_refused_in_its_words(string input, string code, string message)
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(input) };
        request.Headers.Add("X-Amz-Target", "GraniteServiceVersion20100801.PutMetricData");
        using var response = await cloud.Http.SendAsync(request, Cancellation);
        Assert.Equal($"{code};Sender", response.Headers.GetValues("x-amzn-query-error").Single());
        Assert.Contains(message, System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(cloud.Metrics.Metrics);
    }

    [Fact]
    public async Task More_than_1440_datapoints_are_refused()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        var answer = await QueryAsync(cloud, "Action=GetMetricStatistics&Namespace=n&MetricName=m&StartTime=2026-11-20T00:00:00Z&EndTime=2026-11-24T00:00:00Z&Period=60&Statistics.member.1=Sum");
        Assert.Contains("<Code>InvalidParameterCombination</Code>", answer, StringComparison.Ordinal);
        Assert.Contains("up to 5,760 datapoints", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_clients_speak_Query()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        await QueryAsync(cloud, "Action=PutMetricData&Namespace=n&MetricData.member.1.MetricName=m&MetricData.member.1.Values.member.1=1&MetricData.member.1.Values.member.2=5&MetricData.member.1.Counts.member.1=3&MetricData.member.1.Counts.member.2=1&MetricData.member.1.Dimensions.member.1.Name=d&MetricData.member.1.Dimensions.member.1.Value=v");
        var statistics = await QueryAsync(
            cloud,
            "Action=GetMetricStatistics&Namespace=n&MetricName=m&Dimensions.member.1.Name=d&Dimensions.member.1.Value=v&StartTime=2026-11-24T10:00:00Z&EndTime=2026-11-24T10:10:00Z&Period=300&ExtendedStatistics.member.1=p50");
        Assert.Contains(
            "<Datapoints><member><Timestamp>2026-11-24T10:00:00.000Z</Timestamp><ExtendedStatistics><entry><key>p50</key><value>1</value></entry></ExtendedStatistics><Unit>None</Unit></member></Datapoints>",
            statistics,
            StringComparison.Ordinal);
        Assert.Contains("<member><Namespace>n</Namespace><MetricName>m</MetricName><Dimensions><member><Name>d</Name><Value>v</Value></member></Dimensions></member>", await QueryAsync(cloud, "Action=ListMetrics&Namespace=n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_listed_by_namespace_name_and_dimension()
    {
        await using var cloud = await CloudWatchCloud.StartAsync();
        foreach (var i in Enumerable.Range(0, 600))
        {
            cloud.Metrics.Put(new("n", $"m{i:000}", [new("d", i % 2 == 0 ? "even" : "odd")]), 1);
        }

        Assert.Contains("<NextToken>500</NextToken>", await QueryAsync(cloud, "Action=ListMetrics&Namespace=n"), StringComparison.Ordinal);
        Assert.Equal(100, Count(await QueryAsync(cloud, "Action=ListMetrics&Namespace=n&NextToken=500")));
        Assert.Equal(300, Count(await QueryAsync(cloud, "Action=ListMetrics&Dimensions.member.1.Name=d&Dimensions.member.1.Value=odd")));
        Assert.Equal(1, Count(await QueryAsync(cloud, "Action=ListMetrics&MetricName=m007")));
        Assert.Equal(0, Count(await QueryAsync(cloud, "Action=ListMetrics&Namespace=other")));
    }

    private static int Count(string listed) => listed.Split("<MetricName>").Length - 1;

    private static async Task<string> QueryAsync(CloudWatchCloud cloud, string form)
    {
        using var content = new StringContent($"Version=2010-08-01&{form}", null, "application/x-www-form-urlencoded");
        using var response = await cloud.Http.PostAsync(new Uri("/", UriKind.Relative), content, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
