using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Errors;

namespace SesCompliance.Tests.Lambdas;

public sealed class PublishMetricTests(FlowCloud cloud) : IClassFixture<FlowCloud>, IDisposable
{
    public void Dispose() => cloud.CloudWatch.Answer = null;

    [Theory]
    [InlineData("EmailsSent")]
    [InlineData("EmailsFailed")]
    [InlineData("EmailsSuppressed")]
    [InlineData("SuppressionCheckFailed")]
    [InlineData("RequestsRefused")]
    public async Task Each_metric_counts_one_for_the_stack(string metric)
    {
        await Function().HandleAsync(new PublishMetricTask("send-1", metric), new Invocation());
        var input = cloud.CloudWatch.Asked("PutMetricData").Last();
        var datum = Assert.Single(input["MetricData"]!.AsArray())!;
        var dimension = Assert.Single(datum["Dimensions"]!.AsArray())!;
        Assert.Equal(
            ("DiscordBot/SES", metric, "1", "Count", "Environment", "dev"),
            ((string)input["Namespace"]!, (string)datum["MetricName"]!, datum["Value"]!.ToString(), (string)datum["Unit"]!, (string)dimension["Name"]!, (string)dimension["Value"]!));
    }

    [Theory]
    [InlineData("EmailsLost")]
    [InlineData("emailssent")]
    [InlineData(null)]
    public async Task An_unknown_metric_is_refused(string? metric)
    {
        var before = cloud.CloudWatch.Asked("PutMetricData").Count();
        await Assert.ThrowsAsync<InvalidRequest>(() => Function().HandleAsync(new PublishMetricTask("send-1", metric), new Invocation()));
        Assert.Equal(before, cloud.CloudWatch.Asked("PutMetricData").Count());
    }

    [Fact]
    public async Task A_metric_that_can_not_be_published_is_an_error_for_the_flow_to_catch()
    {
        cloud.CloudWatch.Fail("AccessDenied", "no", 403);
        await Assert.ThrowsAnyAsync<Amazon.CloudWatch.AmazonCloudWatchException>(
            () => Function().HandleAsync(new PublishMetricTask("send-x", "EmailsSent"), new Invocation()));
        Assert.Contains("metric-failed", cloud.Logs.Events("send-x"));
    }

    private PublishMetric Function() => new(cloud.Clients.CloudWatch(), "dev", cloud.Logs.Log);
}
