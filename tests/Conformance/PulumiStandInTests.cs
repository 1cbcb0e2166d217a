using System.Diagnostics;
using Pulumi;
using SesCompliance.Infra;

namespace SesCompliance.Tests.Conformance;

/// <summary>The one thing in which the stand-in for Pulumi differs on purpose: it can't deploy, and says so.</summary>
public class PulumiStandInTests
{
    /// <summary>The exit code after which Pulumi's CLI adds no message of its own.</summary>
    private const int AlreadyExplained = 32;

    [Fact]
    public async Task A_program_on_the_stand_in_says_in_one_line_how_to_deploy()
    {
        Assert.SkipWhen(typeof(Deployment).Assembly.GetName().Version!.Major >= 3, "built on the official Pulumi package");

        var start = new ProcessStartInfo("dotnet", ["exec", typeof(StackSettings).Assembly.Location])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(AlreadyExplained, program.ExitCode);
        Assert.Contains("OfficialPackages=true", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(await output);
    }
}
