using System.Text.RegularExpressions;
using SesCompliance.Local;
using SesCompliance.Local.Commands;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>What <c>./run serve</c> is for a reader: a cloud with stack dev as its file says; here on ports that are free.</summary>
internal sealed partial class ServedCloud : IAsyncDisposable
{
    /// <summary>Seconds.</summary>
    private const double LongestMoment = 1;

    private readonly Cloud cloud;

    private ServedCloud(Cloud cloud) => this.cloud = cloud;

    public static async Task<ServedCloud> StartAsync(CancellationToken cancellationToken)
    {
        var cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, cancellationToken);
        try
        {
            var stack = await StackDeployment.UpAsync(cloud, StackDeployment.Settings("dev", StackFile.Of("dev")), cancellationToken);
            PastedRecords.Put(cloud.Zones, stack);
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }

        return new ServedCloud(cloud);
    }

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    /// <summary>The page's commands with this cloud's ports in place of those that <c>./run serve</c> takes.</summary>
    public string OnItsPorts(string commands)
    {
        var port = new Uri(cloud.Endpoint).Port;
        var named = commands
            .Replace($"{ServeCommand.DefaultPort}", $"{port}", StringComparison.Ordinal)
            .Replace($"{ServeCommand.DefaultDnsPort}", $"{cloud.NameServer.EndPoint.Port}", StringComparison.Ordinal);
        return OnTheUsualPort().Replace(named, $"$0 --port {port}");
    }

    /// <summary>Lets a reader's wait pass. Who waits longer than a moment waits for the clock (an alarm's period), which is brought on by a minute.</summary>
    public async Task WaitAsync(double seconds)
    {
        if (seconds > LongestMoment)
        {
            cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Task.Delay(TimeSpan.FromSeconds(Math.Min(seconds, LongestMoment)), TimeProvider.System);
    }

    [GeneratedRegex(@"\./run (?:up|preview|destroy)\b(?!.*--port)")]
    private static partial Regex OnTheUsualPort();
}
