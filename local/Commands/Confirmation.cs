using SesCompliance.Local.Deployment;
using SesCompliance.Local.Deployment.Changes;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Nothing is changed before somebody has seen what and agreed.</summary>
internal static class Confirmation
{
    /// <param name="yes">Agrees beforehand.</param>
    /// <param name="verb">What is done: update or destroy.</param>
    /// <exception cref="DeploymentException">There is nobody to ask.</exception>
    public static async Task<int> RunAsync(
        IAnsiConsole console, bool yes, string verb, string endpoint, Func<Task<StackChanges>> preview, Func<Task<StackChanges>> carryOut)
    {
        var planned = await preview();
        console.MarkupLine($"Previewing {verb} [dim](stack {planned.Stack.EscapeMarkup()} at {endpoint.EscapeMarkup()})[/]");
        ChangesView.Write(console, planned, done: false);
        if (!planned.Any())
        {
            return 0;
        }

        if (!yes && (!console.Profile.Capabilities.Interactive || Console.IsInputRedirected))
        {
            throw new DeploymentException("--yes must be passed in to proceed when running in non-interactive mode");
        }

        if (!yes && !await console.ConfirmAsync($"Do you want to perform this {verb}?", defaultValue: false))
        {
            console.MarkupLine("[dim]Nothing was changed.[/]");
            return 1;
        }

        ChangesView.WriteCounts(console, await carryOut(), done: true);
        return 0;
    }
}
