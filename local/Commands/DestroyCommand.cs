using SesCompliance.Local.Deployment.Changes;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Removes every resource of a stack from a serving cloud: shows them, asks, and deletes them.</summary>
internal static class DestroyCommand
{
    public static async Task<int> RunAsync(IAnsiConsole console, string stack, int port, bool yes, CancellationToken cancellationToken)
    {
        using var cloud = new ServingCloud(port);
        return await Confirmation.RunAsync(
            console,
            yes,
            "destroy",
            cloud.Endpoint,
            () => cloud.PreviewDestroyAsync(stack, cancellationToken),
            () => cloud.DestroyAsync(stack, cancellationToken));
    }
}
