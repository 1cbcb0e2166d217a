using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace SesCompliance.Tests.Conformance;

/// <summary>How a function's process talks to Lambda; true of the official package and of the stand-in.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class LambdaRuntimeTests
{
    [Fact]
    public async Task An_event_is_handled_and_its_response_posted()
    {
        await using var api = await RuntimeApiServer.StartAsync("""{"Text":"a","Number":1}""", """{"Text":"b","Number":2}""");
        await using var runtime = LambdaRuntime.Start(api, LambdaBootstrapBuilder.Create<Question, Answer>(
            (question, _) => Task.FromResult(new Answer(question.Text + question.Number)), LambdaRuntime.Serializer));

        var responses = await api.ReportsAsync(2);

        Assert.Equal(["/2018-06-01/runtime/invocation/request-1/response", "/2018-06-01/runtime/invocation/request-2/response"],
            responses.Select(response => response.Path));
        Assert.Equal(["""{"Text":"a1"}""", """{"Text":"b2"}"""], responses.Select(response => response.Text));
        Assert.All(responses, response => Assert.Equal("application/json", response.Header("Content-Type")));
    }

    [Fact]
    public async Task A_handler_of_streams_gets_and_answers_bytes()
    {
        await using var api = await RuntimeApiServer.StartAsync("payload");
        await using var runtime = LambdaRuntime.Start(api, LambdaBootstrapBuilder.Create(Reverse));

        var response = Assert.Single(await api.ReportsAsync(1));

        Assert.Equal("daolyap", response.Text);
    }

    [Fact]
    public async Task A_handler_without_output_answers_an_empty_body()
    {
        await using var api = await RuntimeApiServer.StartAsync("""{"Text":"a"}""");
        await using var runtime = LambdaRuntime.Start(
            api, LambdaBootstrapBuilder.Create<Question>((_, _) => Task.CompletedTask, LambdaRuntime.Serializer));

        var response = Assert.Single(await api.ReportsAsync(1));

        Assert.EndsWith("/response", response.Path, StringComparison.Ordinal);
        Assert.Empty(response.Body);
    }

    [Fact]
    public async Task A_failure_is_reported_by_its_class_name_and_the_next_event_is_handled()
    {
        await using var api = await RuntimeApiServer.StartAsync("""{"Text":"bad"}""", """{"Text":"good"}""");
        await using var runtime = LambdaRuntime.Start(api, LambdaBootstrapBuilder.Create<Question, Answer>(
            (question, _) => question.Text == "bad" ? throw new SendFailed("SES said \"no\"\nfor good") : Task.FromResult(new Answer("ok")),
            LambdaRuntime.Serializer));

        var reports = await api.ReportsAsync(2);

        Assert.Equal("/2018-06-01/runtime/invocation/request-1/error", reports[0].Path);
        Assert.Equal("SendFailed", reports[0].Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal("application/vnd.aws.lambda.error+json", reports[0].Header("Content-Type"));
        var error = reports[0].Json;
        Assert.Equal(["errorType", "errorMessage", "stackTrace"], error.EnumerateObject().Select(member => member.Name));
        Assert.Equal("SendFailed", error.GetProperty("errorType").GetString());
        Assert.Equal("SES said \"no\"\nfor good", error.GetProperty("errorMessage").GetString());
        Assert.StartsWith("at ", error.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("/2018-06-01/runtime/invocation/request-2/response", reports[1].Path);
    }

    [Fact]
    public async Task An_inner_exception_is_told_as_the_cause()
    {
        await using var api = await RuntimeApiServer.StartAsync("{}");
        await using var runtime = LambdaRuntime.Start(
            api, Throwing(() => new SendFailed("outer", new InvalidOperationException("inner"))));

        var error = Assert.Single(await api.ReportsAsync(1)).Json;

        var cause = error.GetProperty("cause");
        Assert.Equal(("InvalidOperationException", "inner"), (cause.GetProperty("errorType").GetString(), cause.GetProperty("errorMessage").GetString()));
        Assert.False(cause.TryGetProperty("stackTrace", out _));
    }

    [Fact]
    public async Task An_aggregate_keeps_its_name_and_tells_its_causes()
    {
        await using var api = await RuntimeApiServer.StartAsync("{}");
        await using var runtime = LambdaRuntime.Start(
            api, Throwing(() => new AggregateException(new SendFailed("one"), new SendFailed("two"))));

        var error = Assert.Single(await api.ReportsAsync(1)).Json;

        Assert.Equal("AggregateException", error.GetProperty("errorType").GetString());
        Assert.Equal("one", error.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.Equal(["one", "two"], error.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("errorMessage").GetString()));
    }

    [Fact]
    public async Task A_message_too_large_to_report_is_left_out()
    {
        await using var api = await RuntimeApiServer.StartAsync("{}");
        await using var runtime = LambdaRuntime.Start(api, Throwing(() => new SendFailed(new string('x', 300_000))));

        var report = Assert.Single(await api.ReportsAsync(1));

        Assert.Equal("""{"errorMessage": "Exception exceeded maximum payload size of 256KB."}""", report.Text);
        Assert.Equal("SendFailed", report.Header("Lambda-Runtime-Function-Error-Type"));
    }

    [Fact]
    public async Task An_event_that_does_not_fit_is_a_serializer_failure()
    {
        await using var api = await RuntimeApiServer.StartAsync("not json");
        await using var runtime = LambdaRuntime.Start(api, Throwing(() => new SendFailed("never reached")));

        var error = Assert.Single(await api.ReportsAsync(1)).Json;

        Assert.Equal("JsonSerializerException", error.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task A_failed_initialization_is_reported_and_ends_the_process()
    {
        await using var api = await RuntimeApiServer.StartAsync("{}");
        await using var runtime = LambdaRuntime.Start(
            api, Throwing(() => new SendFailed("never reached")), () => throw new SendFailed("no table configured"));

        await Assert.ThrowsAsync<SendFailed>(() => runtime.Run);

        var report = Assert.Single(api.Requests);
        Assert.Equal("/2018-06-01/runtime/init/error", report.Path);
        Assert.Null(report.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal("no table configured", report.Json.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_initialization_that_says_no_ends_the_process_quietly()
    {
        await using var api = await RuntimeApiServer.StartAsync("{}");
        await using var runtime = LambdaRuntime.Start(api, Throwing(() => new SendFailed("never reached")), () => Task.FromResult(false));

        await runtime.Run;

        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task The_context_tells_of_the_invocation()
    {
        ILambdaContext? seen = null;
        await using var api = await RuntimeApiServer.StartAsync("{}");
        await using var runtime = LambdaRuntime.Start(api, LambdaBootstrapBuilder.Create<Question, Answer>(
            (_, context) =>
            {
                seen = context;
                Assert.InRange(context.RemainingTime, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
                return Task.FromResult(new Answer(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID")));
            },
            LambdaRuntime.Serializer));

        var response = Assert.Single(await api.ReportsAsync(1));

        Assert.Equal("""{"Text":"Root=1-2-3"}""", response.Text);
        Assert.Equal(("request-1", RuntimeApiServer.Arn, "Root=1-2-3"), (seen!.AwsRequestId, seen.InvokedFunctionArn, seen.TraceId));
        Assert.Same(LambdaRuntime.Serializer, seen.Serializer);
    }

    [Fact]
    public async Task A_refused_response_ends_the_process()
    {
        await using var api = new RuntimeApiServer { Acknowledgement = (413, """{"errorMessage":"too large","errorType":"RequestEntityTooLarge"}""") };
        await api.OpenAsync("{}");
        await using var runtime = LambdaRuntime.Start(api, LambdaBootstrapBuilder.Create<Question, Answer>(
            (_, _) => Task.FromResult(new Answer("x")), LambdaRuntime.Serializer));

        var failure = await Assert.ThrowsAnyAsync<RuntimeApiClientException>(() => runtime.Run);

        Assert.Equal(413, failure.StatusCode);
    }

    private static async Task<Stream> Reverse(Stream input)
    {
        using var reader = new StreamReader(input);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return new MemoryStream(Encoding.UTF8.GetBytes([.. text.Reverse()]));
    }

    private static LambdaBootstrapBuilder Throwing(Func<Exception> failure) => LambdaBootstrapBuilder.Create<Question, Answer>(
        (_, _) => Task.FromException<Answer>(failure()), LambdaRuntime.Serializer);

    private sealed class SendFailed(string message, Exception? inner = null) : Exception(message, inner);
}
