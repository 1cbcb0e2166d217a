using System.Diagnostics;
using SesCompliance.Local;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>The program as <c>./run</c> starts it: a process of its own.</summary>
public class RunTests
{
    [Fact]
    public async Task The_demonstration_ends_well_and_says_so()
    {
        var (exitCode, output) = await RunAsync();

        Assert.True(exitCode == 0, output);
        Assert.Contains("All 6 requests ended as they should.", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("✓ Delivered").Length - 1);
        Assert.Contains("3 × SuppressionListUnavailable", output, StringComparison.Ordinal);
        Assert.Contains("suppression list + bounce@simulator.amazonses.com BOUNCE", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_without_a_file_is_one_clear_line()
    {
        var (exitCode, output) = await RunAsync("--stack", "nowhere");

        Assert.Equal(1, exitCode);
        Assert.Equal($"{Path.Combine(Repository.Root, "Pulumi.nowhere.yaml")} is missing: a stack's configuration stands in Pulumi.STACK.yaml beside Pulumi.yaml (stacks here: dev, prod)", output.Trim());
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Cloud).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COLUMNS"] = "200";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
