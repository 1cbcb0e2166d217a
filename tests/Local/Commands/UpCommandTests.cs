using System.Diagnostics;
using System.Globalization;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.Local.Commands;

/// <summary><c>./run preview</c>, <c>up</c> and <c>destroy</c> beside a cloud that serves, each a process of its own.</summary>
public sealed class UpCommandTests : IAsyncLifetime
{
    private Cloud cloud = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, Cancellation);

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Fact]
    public async Task A_stack_is_changed_destroyed_and_made_again()
    {
        var settings = StackDeployment.Settings("dev", StackFile.Of("dev"));
        await StackDeployment.UpAsync(cloud, settings with { LogRetentionDays = 1 }, Cancellation);

        var preview = await RunAsync("preview");
        Assert.Equal(1, cloud.Logs.Group("/aws/lambda/ses-send-email-dev").RetentionInDays);
        var up = await RunAsync("up", "--yes");

        Assert.Equal((0, 0), (preview.ExitCode, up.ExitCode));
        Assert.Contains(" ~  aws:cloudwatch/logGroup:LogGroup ses-send-email\n      ~ retentionInDays: 1 => 7\n", preview.Output, StringComparison.Ordinal);
        Assert.Contains("    ~ 6 to update\n", preview.Output, StringComparison.Ordinal);
        Assert.Contains("    ~ 6 updated\n", up.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", up.Output, StringComparison.Ordinal);
        Assert.Equal(7, cloud.Logs.Group("/aws/lambda/ses-send-email-dev").RetentionInDays);
        Assert.Contains("unchanged: no changes", (await RunAsync("up")).Output, StringComparison.Ordinal);

        Assert.Contains(" deleted\n", (await RunAsync("destroy", "--yes")).Output, StringComparison.Ordinal);
        Assert.Empty(cloud.Logs.Groups);
        Assert.Contains(" created\n", (await RunAsync("up", "--yes")).Output, StringComparison.Ordinal);
        Assert.NotEmpty(cloud.Logs.Groups);
    }

    [Fact]
    public async Task Nothing_is_changed_where_nobody_can_be_asked()
    {
        var up = await RunAsync("up");

        Assert.Equal(1, up.ExitCode);
        Assert.EndsWith("--yes must be passed in to proceed when running in non-interactive mode", up.Output.Trim(), StringComparison.Ordinal);
        Assert.Empty(cloud.Logs.Groups);
    }

    [Fact]
    public async Task A_protected_stack_is_refused_in_words()
    {
        await StackDeployment.UpAsync(cloud, StackDeployment.Settings("prod", StackFile.Of("prod")), Cancellation);

        var destroy = await RunAsync("destroy", "--yes", "--stack", "prod");

        Assert.Equal(1, destroy.ExitCode);
        Assert.Contains("cannot be deleted, because it is protected", destroy.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", destroy.Output, StringComparison.Ordinal);
        Assert.NotEmpty(cloud.StateMachines.List());
    }

    [Fact]
    public async Task Where_no_cloud_serves_one_line_says_so()
    {
        var up = await RunAtAsync("1", "up", "--yes");

        Assert.Equal((1, "No cloud serves at http://127.0.0.1:1: start one with ./run serve in another terminal, or name its port with --port"), (up.ExitCode, up.Output.Trim()));
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        RunAtAsync(new Uri(cloud.Endpoint).Port.ToString(CultureInfo.InvariantCulture), arguments);

    private static async Task<(int ExitCode, string Output)> RunAtAsync(string port, params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet");
        var start = new ProcessStartInfo(host, [typeof(Cloud).Assembly.Location, .. arguments, "--port", port])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output + await errors);
    }
}
