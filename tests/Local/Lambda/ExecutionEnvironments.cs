using System.Diagnostics;
using System.Globalization;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class ExecutionEnvironments
{
    [Fact]
    public async Task Warm_environment_takes_the_next_event()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "$$" """);

        var answers = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add((await bench.InvokeAsync()).Payload);
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task Environment_that_was_used_last_is_used_first()
    {
        await using var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond \"$$\"");
        var first = bench.InvokeAsync("1");
        var second = bench.InvokeAsync("2");
        gate.Open("2");
        var last = (await second).Payload;
        gate.Open("1");
        var veryLast = (await first).Payload;

        Assert.NotEqual(last, veryLast);
        gate.Open("3");
        Assert.Equal(veryLast, (await bench.InvokeAsync("3")).Payload);
    }

    [Fact]
    public async Task Environment_that_died_while_idle_costs_one_event_at_most()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "$$" """);
        var pid = (await bench.InvokeAsync()).Payload;
        using (var bootstrap = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture)))
        {
            bootstrap.Kill();
        }

        // The death may be noticed before this or because of it.
        var first = await bench.InvokeAsync();
        var second = await bench.InvokeAsync();

        Assert.True(first.FunctionError is null || first.Payload.Contains("signal: killed", StringComparison.Ordinal), first.Payload);
        Assert.Null(second.FunctionError);
        Assert.NotEqual(pid, second.Payload);
    }

    [Fact]
    public async Task Each_environment_runs_one_event_at_a_time()
    {
        await using var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond \"$$\"");

        var invocations = Enumerable.Range(0, 5).Select(i => bench.InvokeAsync($"{i}")).ToList();
        for (var i = 0; i < 5; i++)
        {
            gate.Open($"{i}");
        }

        Assert.Equal(5, (await Task.WhenAll(invocations)).Select(result => result.Payload).Distinct().Count());
    }

    [Fact]
    public async Task Invocation_beyond_the_reserved_concurrency_is_throttled()
    {
        await using var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond 1", adapt: function => function with { ReservedConcurrency = 1 });
        var running = bench.InvokeAsync("1");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => bench.InvokeAsync("2"));

        Assert.Equal(("TooManyRequestsException", 429, "Rate Exceeded."), (refusal.Code, refusal.StatusCode, refusal.Message));
        Assert.Equal("ReservedFunctionConcurrentInvocationLimitExceeded", (string?)refusal.Members!["Reason"]);
        gate.Open("1");
        gate.Open("3");
        await running;
        Assert.Equal("1", (await bench.InvokeAsync("3")).Payload);
        Assert.Equal([0, 1, 0], bench.Metrics.Where(metric => metric.Metric == "Throttles").Select(metric => metric.Value));
    }

    [Fact]
    public async Task Reservation_of_none_switches_a_function_off()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1", adapt: function => function with { ReservedConcurrency = 0 });

        Assert.Equal(429, (await Assert.ThrowsAsync<AwsException>(() => bench.InvokeAsync())).StatusCode);
    }

    [Fact]
    public async Task Invocation_beyond_the_accounts_concurrency_is_throttled_but_not_that_of_a_reserved_function()
    {
        await using var bench = await LambdaBench.StartAsync(options => options with { AccountConcurrency = 1 });
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond 1", name: "busy");
        bench.Create("respond 1", name: "other");
        bench.Create("respond 1", name: "reserved", adapt: function => function with { ReservedConcurrency = 1 });
        var running = bench.InvokeAsync("1", "busy");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => bench.InvokeAsync(name: "other"));

        Assert.Equal("ConcurrentInvocationLimitExceeded", (string?)refusal.Members!["Reason"]);
        Assert.Equal("1", (await bench.InvokeAsync(name: "reserved")).Payload);
        gate.Open("1");
        await running;
    }

    [Fact]
    public async Task Function_that_was_deleted_is_gone_and_may_be_created_anew()
    {
        await using var bench = await LambdaBench.StartAsync();
        var first = bench.Create("respond 1");
        await bench.InvokeAsync();

        await bench.Service.DeleteAsync("echo");

        await Assert.ThrowsAsync<AwsException>(() => bench.InvokeAsync());
        bench.Service.Create(first);
        Assert.Equal("1", (await bench.InvokeAsync()).Payload);
    }

    [Fact]
    public async Task Second_function_of_a_name_is_refused()
    {
        await using var bench = await LambdaBench.StartAsync();
        var first = bench.Create("respond 1");

        Assert.Equal("ResourceConflictException", Assert.Throws<AwsException>(() => bench.Service.Create(first)).Code);
    }

    [Fact]
    public async Task Metrics_tell_invocations_errors_and_durations()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""[ "$event" = 1 ] && fail Broken no; respond 1""");

        await bench.InvokeAsync("1");
        await bench.InvokeAsync("2");

        Assert.Equal([1, 1], Values("Invocations"));
        Assert.Equal([1, 0], Values("Errors"));
        Assert.All(Values("Duration"), duration => Assert.InRange(duration, 0.1, 60_000));

        IEnumerable<double> Values(string name) => bench.Metrics.Where(metric => metric.Metric == name).Select(metric => metric.Value);
    }
}
