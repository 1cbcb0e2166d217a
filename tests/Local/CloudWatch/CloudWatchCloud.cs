using Amazon.CloudWatch;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;
using SesCompliance.Tests.Local.Ses;

namespace SesCompliance.Tests.Local.CloudWatch;

/// <summary>CloudWatch, a real client of it, and the wire itself.</summary>
internal sealed class CloudWatchCloud : IAsyncDisposable
{
    private readonly WireServer server;

    private CloudWatchCloud(WireServer server, MetricStore metrics, AlarmStore alarms, DashboardStore dashboards, RecordingTopics topics, FakeTimeProvider time)
    {
        this.server = server;
        Metrics = metrics;
        Alarms = alarms;
        Dashboards = dashboards;
        Topics = topics;
        Time = time;
        Client = new AmazonCloudWatchClient(
            new BasicAWSCredentials("key", "secret"), new AmazonCloudWatchConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        Http = new HttpClient { BaseAddress = new Uri(server.Endpoint) };
    }

    public MetricStore Metrics { get; }

    public AlarmStore Alarms { get; }

    public DashboardStore Dashboards { get; }

    public RecordingTopics Topics { get; }

    public FakeTimeProvider Time { get; }

    public AmazonCloudWatchClient Client { get; }

    public HttpClient Http { get; }

    public static async Task<CloudWatchCloud> StartAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 2, 30, TimeSpan.Zero));
        var metrics = new MetricStore(time);
        var topics = new RecordingTopics();
        var alarms = new AlarmStore(metrics, topics);
        var dashboards = new DashboardStore(time);
        return new CloudWatchCloud(await WireServer.StartAsync(0, [CloudWatchApi.For(metrics, alarms, dashboards)], new CredentialStore()), metrics, alarms, dashboards, topics, time);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        await Alarms.DisposeAsync();
        await server.DisposeAsync();
    }
}
