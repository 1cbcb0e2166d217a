using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace SesCompliance.Tests.Conformance;

/// <summary>What stands in a function's log; true of the official package and of the stand-in.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed partial class LambdaLogTests : IDisposable
{
    private const string Format = "AWS_LAMBDA_LOG_FORMAT";
    private const string Level = "AWS_LAMBDA_LOG_LEVEL";

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Format, null);
        Environment.SetEnvironmentVariable(Level, null);
    }

    [Fact]
    public async Task A_text_line_has_time_request_id_level_and_message()
    {
        var lines = await LogOf(logger => logger.LogWarning("{sendId} took {count}", "s-1", 3));

        Assert.Matches(TextLine(), Assert.Single(lines));
    }

    [Theory]
    [InlineData("{0} and {1}", "a and 2")]
    [InlineData("{1} and {0}", "2 and a")]
    [InlineData("{x} and {y:D3}", "a and 002")]
    [InlineData("{x} and {y} and {z}", "a and 2 and {z}")]
    [InlineData("no holes", "no holes")]
    public async Task Holes_take_the_arguments(string template, string message)
    {
        var line = Assert.Single(await LogOf(logger => logger.LogInformation(template, "a", 2)));

        Assert.Equal(message, line.Split('\t')[3]);
    }

    [Fact]
    public async Task A_json_line_has_every_value_as_a_property()
    {
        Environment.SetEnvironmentVariable(Format, "JSON");

        var line = Assert.Single(await LogOf(
            logger => logger.LogInformation("{sendId} took {count}, {quick}, {nothing}", "s-1", 3, true, null)));

        var entry = JsonDocument.Parse(line).RootElement;
        Assert.Equal(
            ["timestamp", "level", "requestId", "traceId", "message", "sendId", "count", "quick"],
            entry.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Information", entry.GetProperty("level").GetString());
        Assert.Equal("request-1", entry.GetProperty("requestId").GetString());
        Assert.Equal("s-1 took 3, True, {nothing}", entry.GetProperty("message").GetString());
        Assert.Equal(("s-1", 3, true), (entry.GetProperty("sendId").GetString(), entry.GetProperty("count").GetInt32(), entry.GetProperty("quick").GetBoolean()));
    }

    [Fact]
    public async Task A_json_line_tells_of_an_exception()
    {
        Environment.SetEnvironmentVariable(Format, "JSON");

        var line = Assert.Single(await LogOf(logger => logger.LogError(new InvalidOperationException("why"), "{sendId} failed", "s-1")));

        var entry = JsonDocument.Parse(line).RootElement;
        Assert.Equal(
            ("s-1 failed", "System.InvalidOperationException", "why"),
            (entry.GetProperty("message").GetString(), entry.GetProperty("errorType").GetString(), entry.GetProperty("errorMessage").GetString()));
        Assert.Equal("System.InvalidOperationException: why", entry.GetProperty("stackTrace")[0].GetString());
    }

    [Fact]
    public async Task Lines_below_the_level_are_left_out()
    {
        Environment.SetEnvironmentVariable(Level, "WARN");

        var line = Assert.Single(await LogOf(logger =>
        {
            logger.LogInformation("quiet");
            logger.LogWarning("loud");
        }));

        Assert.EndsWith("loud", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_on_the_console_is_a_line_of_the_log()
    {
        var lines = await LogOf(_ =>
        {
            Console.WriteLine("out");
            Console.Error.WriteLine("err");
        });

        Assert.Equal(["info\tout", "fail\terr"], lines.Select(line => line[(line.IndexOf("request-1\t", StringComparison.Ordinal) + 10)..]));
    }

    [Fact]
    public async Task An_unhandled_exception_is_logged_as_an_error()
    {
        var lines = await LogOf(_ => throw new InvalidOperationException("why"));

        Assert.Contains("\tfail\tSystem.InvalidOperationException: why", lines[0], StringComparison.Ordinal);
    }

    private static async Task<string[]> LogOf(Action<ILambdaLogger> write)
    {
        await using var api = await RuntimeApiServer.StartAsync("{}");
        await using var runtime = LambdaRuntime.Start(api, LambdaBootstrapBuilder.Create<Question, Answer>(
            (_, context) =>
            {
                write(context.Logger);
                return Task.FromResult(new Answer("x"));
            },
            LambdaRuntime.Serializer));
        await api.ReportsAsync(1);
        return runtime.LogLines;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\trequest-1\twarn\ts-1 took 3$")]
    private static partial Regex TextLine();
}
