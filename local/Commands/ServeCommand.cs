using SesCompliance.Local.Deployment;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Deploys the stack, says how to talk to it and stays up until it is told to end.</summary>
internal static class ServeCommand
{
    public const int DefaultPort = 4570;
    public const int DefaultDnsPort = 5354;

    public static async Task<int> RunAsync(IAnsiConsole console, string stackName, int port, int dnsPort, CancellationToken cancellationToken)
    {
        var settings = StackDeployment.Settings(stackName, StackFile.Of(stackName));
        await using var cloud = await Cloud.StartAsync(new CloudOptions(port) { DnsPort = dnsPort }, cancellationToken);
        var stack = await DeployCommand.UpAsync(console, cloud, settings, cancellationToken);
        PastedRecords.AddTo(cloud.Zones, stack);
        ServeView.Write(console, stack, cloud.Endpoint, cloud.NameServer.EndPoint);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cloud.Clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            console.MarkupLine("[dim]The cloud ends.[/]");
        }

        return 0;
    }
}
