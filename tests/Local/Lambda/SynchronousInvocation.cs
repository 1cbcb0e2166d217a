using System.Text.RegularExpressions;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class SynchronousInvocation
{
    [Fact]
    public async Task Function_answers_with_what_it_made_of_the_event()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "{\"got\":$event}" """);

        var result = await bench.InvokeAsync("""{"grüße":"日本"}""");

        Assert.Equal("""{"got":{"grüße":"日本"}}""", result.Payload);
        Assert.Null(result.FunctionError);
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("echo:$LATEST")]
    [InlineData("000000000000:function:echo")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:echo")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:echo:$LATEST")]
    public async Task Function_is_found_by_name_or_arn(string name)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        Assert.Equal("1", (await bench.InvokeAsync(name: name)).Payload);
    }

    [Theory]
    [InlineData("other", "arn:aws:lambda:us-east-1:000000000000:function:other")]
    [InlineData("echo:live", "arn:aws:lambda:us-east-1:000000000000:function:echo:live")]
    public async Task Unknown_function_or_qualifier_is_refused(string name, string arn)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => bench.InvokeAsync(name: name));

        Assert.Equal(("ResourceNotFoundException", 404, $"Function not found: {arn}"), (refusal.Code, refusal.StatusCode, refusal.Message));
    }

    [Fact]
    public async Task Error_of_the_function_is_its_payload()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("fail InvalidRequest 'no such address'");

        var result = await bench.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("""{"errorType":"InvalidRequest","errorMessage":"no such address"}""", result.Payload);
    }

    [Fact]
    public async Task Function_past_its_timeout_is_killed_and_the_next_event_finds_a_new_one()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""[ "$event" = 1 ] && sleep 60; respond "$$" """, adapt: function => function with { Timeout = 3 });

        var result = await bench.InvokeAsync("1");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal($$"""{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: {{result.RequestId}} Error: Task timed out after 3.00 seconds"}""", result.Payload);
        Assert.Contains(bench.Log(), line => Regex.IsMatch(line, $@"^\d{{4}}-\d\d-\d\dT[\d:.]+Z {result.RequestId} Task timed out after 3.00 seconds"));
        Assert.Matches(@"Billed Duration: \d{4,} ms.*\tStatus: timeout$", bench.Log()[^1]);
        Assert.Null((await bench.InvokeAsync("2")).FunctionError);
    }

    [Theory]
    [InlineData("exit 1", "exit status 1")]
    [InlineData("kill -KILL $$", "signal: killed")]
    [InlineData("kill -SEGV $$", "signal: segmentation fault")]
    public async Task Crash_is_told_and_the_next_event_finds_a_new_environment(string crash, string how)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create($"""[ "$event" = 1 ] && {crash}; respond 2""");

        var result = await bench.InvokeAsync("1");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(
            $$"""{"errorType":"Runtime.ExitError","errorMessage":"RequestId: {{result.RequestId}} Error: Runtime exited with error: {{how}}"}""", result.Payload);
        Assert.Contains($"RequestId: {result.RequestId} Error: Runtime exited with error: {how}\nRuntime.ExitError", bench.Log());
        Assert.EndsWith("\tStatus: error\tError Type: Runtime.ExitError", bench.Log()[^1], StringComparison.Ordinal);
        Assert.Equal("2", (await bench.InvokeAsync("2")).Payload);
    }

    [Fact]
    public async Task Answer_given_before_a_crash_counts()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1; exit 1");

        Assert.Equal(("1", null), await bench.InvokeAsync() is var result ? (result.Payload, result.FunctionError) : default);
        Assert.Equal("1", (await bench.InvokeAsync()).Payload);
    }

    [Fact]
    public async Task Payload_over_six_megabytes_is_refused()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => bench.InvokeAsync($"\"{new string('x', 6 * 1024 * 1024)}\""));

        Assert.Equal(("RequestEntityTooLargeException", 413), (refusal.Code, refusal.StatusCode));
    }

    [Fact]
    public async Task Answer_over_six_megabytes_is_an_error()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "\"$(head -c 6291600 /dev/zero | tr '\0' x)\""; echo "status $status" """);

        var result = await bench.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Contains("Function.ResponseSizeTooLarge", result.Payload, StringComparison.Ordinal);
        Assert.Contains("status 413", bench.Log());
        Assert.Equal("Unhandled", (await bench.InvokeAsync()).FunctionError);
    }
}
