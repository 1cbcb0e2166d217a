using System.Diagnostics;
using System.Globalization;

namespace SesCompliance.Tests.Local.Lambda;

/// <summary>Whatever becomes of the cloud, no process that it started for a function outlives it.</summary>
public sealed class NoOrphans
{
    [Fact]
    public async Task Shutdown_ends_functions_and_what_they_have_started()
    {
        var bench = await LambdaBench.StartAsync();
        var file = Path.GetTempFileName();
        bench.Create($"sleep 600 & echo \"$$ $!\" > {file}; respond 1");
        await bench.InvokeAsync();

        await bench.DisposeAsync();

        await GoneAsync(file);
    }

    [Fact]
    public async Task Timeout_ends_what_the_function_has_started_too()
    {
        await using var bench = await LambdaBench.StartAsync();
        var file = Path.GetTempFileName();
        bench.Create("wait", init: $"sleep 600 & echo \"$$ $!\" > {file}", adapt: function => function with { Timeout = 1 });

        await bench.InvokeAsync();

        await GoneAsync(file);
    }

    [Fact]
    public async Task Functions_die_with_a_cloud_that_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "kills by signal");
        var file = Path.GetTempFileName();
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [StartupHook.PidFile] = file, ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location },
        };
        using var host = Process.Start(start)!;
        try
        {
            await LambdaBench.UntilAsync(() => File.ReadAllText(file).EndsWith('\n'), "the function runs");
            Assert.All(Pids(file), pid => Assert.True(Alive(pid)));
        }
        finally
        {
            host.Kill(entireProcessTree: false);
        }

        await GoneAsync(file);
    }

    private static async Task GoneAsync(string file)
    {
        var pids = Pids(file);
        Assert.Equal(2, pids.Count);
        await LambdaBench.UntilAsync(() => !pids.Any(Alive), "the processes are gone");
        File.Delete(file);
    }

    private static List<int> Pids(string file) => [.. File.ReadAllText(file).Split().Where(text => text.Length > 0).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];

    private static bool Alive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);

            // Where the tests' init process does not reap, a dead process stays as a zombie.
            return !process.HasExited && !(File.Exists($"/proc/{pid}/stat") && File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
