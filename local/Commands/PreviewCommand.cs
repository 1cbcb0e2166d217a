using SesCompliance.Local.Deployment;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Shows what a stack's deployment would change in the cloud that serves; where none does, what it would make. Starts nothing: no process, no port.</summary>
internal static class PreviewCommand
{
    public static async Task<int> RunAsync(IAnsiConsole console, string stackName, int port, CancellationToken cancellationToken)
    {
        var file = StackFile.Of(stackName);
        var settings = StackDeployment.DeclaredSettings(stackName, file);
        using var cloud = new ServingCloud(port);
        try
        {
            var changes = await cloud.PreviewAsync(stackName, file, cancellationToken);
            console.MarkupLine($"Previewing update [dim](stack {stackName.EscapeMarkup()} at {cloud.Endpoint.EscapeMarkup()})[/]");
            ChangesView.Write(console, changes, done: false);
        }
        catch (NotServingException)
        {
            PlanView.Write(console, await StackDeployment.PlanAsync(settings, cancellationToken));
        }

        return 0;
    }
}
