using System.Globalization;
using System.Text.RegularExpressions;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class FunctionLogs
{
    [Fact]
    public async Task Output_stands_between_start_and_end_and_the_report_follows()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("echo working; echo careful >&2; respond 1; echo after; printf 'no line end'", init: "echo starting");

        var result = await bench.InvokeAsync();

        Assert.Equal(
            ["starting", $"START RequestId: {result.RequestId} Version: $LATEST", "working", "careful", "after", "no line end", $"END RequestId: {result.RequestId}"],
            bench.Log().SkipLast(1));
        Assert.Matches(
            $@"^REPORT RequestId: {result.RequestId}\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: \d+\.\d\d ms\t$",
            bench.Log()[^1]);
    }

    [Fact]
    public async Task Only_a_cold_start_reports_an_init_duration_and_bills_it()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1", init: "sleep 0.2");

        await bench.InvokeAsync();
        await bench.InvokeAsync();

        var reports = bench.Log().Where(line => line.StartsWith("REPORT", StringComparison.Ordinal)).ToList();
        Assert.InRange(Number(reports[0], "Init Duration"), 200, 60_000);
        Assert.Equal(Math.Ceiling(Number(reports[0], "\tDuration") + Number(reports[0], "Init Duration")), Number(reports[0], "Billed Duration"), 1.0);
        Assert.DoesNotContain("Init Duration", reports[1], StringComparison.Ordinal);
        Assert.InRange(Number(reports[1], "Max Memory Used"), OperatingSystem.IsLinux() ? 1 : 0, 64);
    }

    [Fact]
    public async Task All_of_a_long_output_is_there_before_the_end_line()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("for i in {1..5000}; do echo \"line $i\"; done; respond 1");

        await bench.InvokeAsync();

        var log = bench.Log();
        Assert.Equal(Enumerable.Range(1, 5000).Select(i => $"line {i}"), log.Skip(1).Take(5000));
        Assert.StartsWith("END", log[5001], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_environment_has_a_stream_of_its_own()
    {
        await using var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} echo \"event $event\"; respond 1");
        var (first, second) = (bench.InvokeAsync("1"), bench.InvokeAsync("2"));
        gate.Open("1");
        gate.Open("2");
        await Task.WhenAll(first, second);

        var streams = bench.Logs.Group("/aws/lambda/echo").Streams;
        Assert.Equal(2, streams.Count);
        Assert.All(streams, stream => Assert.Single(stream.Events, one => one.Message.StartsWith("event", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tail_of_the_log_comes_with_the_result()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("echo \"event $event\"; respond 1");
        await bench.InvokeAsync("1");

        var result = await bench.InvokeAsync("2");

        Assert.StartsWith($"START RequestId: {result.RequestId} Version: $LATEST\nevent 2\nEND RequestId: {result.RequestId}\nREPORT ", result.LogTail, StringComparison.Ordinal);
        Assert.DoesNotContain("event 1", result.LogTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tail_is_four_kilobytes_at_most()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("for i in {1..2000}; do echo \"line $i\"; done; respond 1");

        var tail = (await bench.InvokeAsync()).LogTail;

        Assert.Equal(4096, tail.Length);
        Assert.Contains("line 2000\nEND", tail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declared_log_group_takes_the_output()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Logs.CreateGroup("/ses/sender", retentionInDays: 14);
        bench.Create("echo here; respond 1", adapt: function => function with { LogGroup = "/ses/sender" });

        await bench.InvokeAsync();

        Assert.Contains(bench.Logs.Events("/ses/sender"), one => one.Message == "here\n");
        Assert.Single(bench.Logs.Groups);
    }

    private static double Number(string report, string field) =>
        double.Parse(Regex.Match(report, $@"{field}: ([\d.]+) ").Groups[1].Value, CultureInfo.InvariantCulture);
}
