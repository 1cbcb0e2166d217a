using SesCompliance.Infra;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Deploys a stack into a running cloud and shows what was made.</summary>
internal static class DeployCommand
{
    public static async Task<DeployedStack> UpAsync(IAnsiConsole console, Cloud cloud, StackSettings settings, CancellationToken cancellationToken)
    {
        var stack = await StackDeployment.UpAsync(cloud, settings, cancellationToken);
        console.MarkupLine($"[dim]The Pulumi program, deployed into a cloud inside this process at {cloud.Endpoint.EscapeMarkup()}:[/]");
        console.Write(ResourceTreeView.Of(stack));
        return stack;
    }
}
