using SesCompliance.Local.Deployment;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Shows what a stack's deployment would make. Starts nothing: no process, no port.</summary>
internal static class PreviewCommand
{
    public static async Task<int> RunAsync(IAnsiConsole console, string stackName, CancellationToken cancellationToken)
    {
        var settings = StackDeployment.DeclaredSettings(stackName, StackFile.Of(stackName));
        PlanView.Write(console, await StackDeployment.PlanAsync(settings, cancellationToken));
        return 0;
    }
}
