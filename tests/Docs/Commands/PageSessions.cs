using SesCompliance.Local;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>The sessions of all pages, side by side, each with a cloud of its own.</summary>
public sealed class PageSessions : IAsyncLifetime
{
    private readonly Dictionary<string, Task<string?>> sessions = [];

    /// <summary>The pages with commands that run here.</summary>
    internal static IEnumerable<string> Pages => Page.All.Where(page => Running(page).Any());

    /// <summary>Builds what the pages' programs would build where sources are newer than the last build: two sessions that did so at once would write to the same files.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var command in new[] { "./ses-ops --help", "./run preview --help" })
        {
            var build = await Command.RunAsync("bash", "-c", $"cd '{Repository.Root}' && {command}");
            Assert.True(build.ExitCode == 0, build.Output + build.Errors);
        }

        foreach (var page in Pages)
        {
            sessions[page] = RunAsync(page);
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(sessions.Values);

    /// <returns>What went wrong, or null.</returns>
    internal Task<string?> Of(string page) => sessions[page];

    private static IEnumerable<Fence> Running(string page) => Fence.Of(page).Where(fence => fence.Runs && !NeedsDig(fence));

    /// <summary>Whether the block asks dig, and this machine has none.</summary>
    internal static bool NeedsDig(Fence fence) =>
        !Command.Find("dig").Any() && ShellReader.Commands(fence.Text).Any(command => command.Program == "dig");

    private static async Task<string?> RunAsync(string page)
    {
        await using var cloud = await ServedCloud.StartAsync(TestContext.Current.CancellationToken);
        return await new PageSession([.. Running(page)]).RunAsync(cloud.OnItsPorts, cloud.WaitAsync);
    }
}
