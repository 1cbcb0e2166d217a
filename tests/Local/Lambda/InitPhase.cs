using System.Text.RegularExpressions;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class InitPhase
{
    [Fact]
    public async Task Bootstrap_that_exits_before_its_first_event_is_an_exit_error()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1", init: "echo no config >&2; exit 7");

        var result = await bench.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(
            $$"""{"errorType":"Runtime.ExitError","errorMessage":"RequestId: {{result.RequestId}} Error: Runtime exited with error: exit status 7"}""", result.Payload);
        Assert.Equal(
            [
                "no config",
                "INIT_REPORT Init Duration: N ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError",
                "no config",
                "INIT_REPORT Init Duration: N ms\tPhase: invoke\tStatus: error\tError Type: Runtime.ExitError",
                "START RequestId: ID Version: $LATEST",
                "RequestId: ID Error: Runtime exited with error: exit status 7\nRuntime.ExitError",
                "END RequestId: ID",
                "REPORT RequestId: ID\tDuration: N ms\tBilled Duration: N ms\tMemory Size: 128 MB\tMax Memory Used: N MB\tStatus: error\tError Type: Runtime.ExitError",
            ],
            bench.Log().Select(line => Regex.Replace(line.Replace(result.RequestId, "ID", StringComparison.Ordinal), @"(?<=: )[\d.]+(?= (ms|MB\tSt))", "N")));
    }

    [Fact]
    public async Task Error_that_the_runtime_reports_is_the_invocations()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1", init: """call POST /init/error '{"errorType":"NoTable","errorMessage":"not set"}' 'Lambda-Runtime-Function-Error-Type: Runtime.NoTable'; echo "status $status"; exit 1""");

        var result = await bench.InvokeAsync();

        Assert.Equal(("""{"errorType":"NoTable","errorMessage":"not set"}""", "Unhandled"), (result.Payload, result.FunctionError));
        Assert.Contains("status 202", bench.Log());
        Assert.Contains(bench.Log(), line => line.EndsWith("Phase: init\tStatus: error\tError Type: Runtime.NoTable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bootstrap_that_fails_once_gets_a_second_try_within_the_invocation()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1", init: "[ -e tried ] || { touch tried; exit 1; }");

        var result = await bench.InvokeAsync();

        Assert.Equal(("1", null), (result.Payload, result.FunctionError));
        Assert.DoesNotContain("Init Duration", bench.Log()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bootstrap_that_never_asks_for_an_event_times_out()
    {
        await using var bench = await LambdaBench.StartAsync(options => options with { InitTimeout = TimeSpan.FromMilliseconds(200) });
        bench.Create("respond 1", init: "sleep 60", adapt: function => function with { Timeout = 1 });

        var result = await bench.InvokeAsync();

        Assert.Equal($$"""{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: {{result.RequestId}} Error: Task timed out after 1.00 seconds"}""", result.Payload);
        Assert.Contains("INIT_REPORT Init Duration: 200.00 ms\tPhase: init\tStatus: timeout", bench.Log());
    }

    [Fact]
    public async Task Archive_without_bootstrap_is_an_invalid_entrypoint()
    {
        await using var bench = await LambdaBench.StartAsync();
        var function = bench.Create("respond 1");
        File.Move(Path.Combine(function.Code, "bootstrap"), Path.Combine(function.Code, "handler"));

        var result = await bench.InvokeAsync();

        Assert.Contains("\"Runtime.InvalidEntrypoint\"", result.Payload, StringComparison.Ordinal);
        Assert.Contains("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]", result.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bootstrap_without_the_right_to_run_is_an_invalid_entrypoint()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes of files");
        await using var bench = await LambdaBench.StartAsync();
        var function = bench.Create("respond 1");
#pragma warning disable CA1416 // Skipped there.
        File.SetUnixFileMode(Path.Combine(function.Code, "bootstrap"), UnixFileMode.UserRead);
#pragma warning restore CA1416

        Assert.Contains("fork/exec /var/task/bootstrap: permission denied", (await bench.InvokeAsync()).Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_that_names_no_interpreter_is_an_invalid_entrypoint()
    {
        await using var bench = await LambdaBench.StartAsync();
        var function = bench.Create("respond 1");
        var bootstrap = Path.Combine(function.Code, "bootstrap");
        await File.WriteAllTextAsync(bootstrap, "echo hello\n", TestContext.Current.CancellationToken);

        Assert.Contains("fork/exec /var/task/bootstrap: exec format error", (await bench.InvokeAsync()).Payload, StringComparison.Ordinal);
    }
}
