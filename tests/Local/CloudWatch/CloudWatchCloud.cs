using Amazon.CloudWatch;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.CloudWatch;

/// <summary>CloudWatch, a real client of it, and the wire itself.</summary>
internal sealed class CloudWatchCloud : IAsyncDisposable
{
    private readonly WireServer server;

    private CloudWatchCloud(WireServer server, MetricStore metrics, FakeTimeProvider time)
    {
        this.server = server;
        Metrics = metrics;
        Time = time;
        Client = new AmazonCloudWatchClient(
            new BasicAWSCredentials("key", "secret"), new AmazonCloudWatchConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        Http = new HttpClient { BaseAddress = new Uri(server.Endpoint) };
    }

    public MetricStore Metrics { get; }

    public FakeTimeProvider Time { get; }

    public AmazonCloudWatchClient Client { get; }

    public HttpClient Http { get; }

    public static async Task<CloudWatchCloud> StartAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 2, 30, TimeSpan.Zero));
        var metrics = new MetricStore(time);
        return new CloudWatchCloud(await WireServer.StartAsync(0, [CloudWatchApi.For(metrics)], new CredentialStore()), metrics, time);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        await server.DisposeAsync();
    }
}
