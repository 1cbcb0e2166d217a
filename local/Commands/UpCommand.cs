using SesCompliance.Local.Deployment;
using SesCompliance.Local.Deployment.Changes;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Brings a serving cloud to what the stack's file says now: shows the changes, asks, and makes them.</summary>
internal static class UpCommand
{
    public static async Task<int> RunAsync(IAnsiConsole console, string stack, int port, bool yes, CancellationToken cancellationToken)
    {
        var file = StackFile.Of(stack);
        using var cloud = new ServingCloud(port);
        return await Confirmation.RunAsync(
            console,
            yes,
            "update",
            cloud.Endpoint,
            () => cloud.PreviewAsync(stack, file, cancellationToken),
            () => cloud.UpAsync(stack, file, cancellationToken));
    }
}
