using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class LambdaOverTheApi
{
    [Fact]
    public async Task Synchronous_invocation_answers_the_payload_and_the_version()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "$event" """);

        var response = await InvokeAsync(bench, """{"a":1}""");

        Assert.Equal((200, """{"a":1}""", "$LATEST"), (response.StatusCode, Body(response), response.Headers["X-Amz-Executed-Version"]));
        Assert.DoesNotContain("X-Amz-Function-Error", response.Headers.Keys);
        Assert.DoesNotContain("X-Amz-Log-Result", response.Headers.Keys);
    }

    [Fact]
    public async Task Failed_invocation_is_still_answered_with_200_and_named_in_a_header()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("fail Broken no");

        var response = await InvokeAsync(bench);

        Assert.Equal((200, "Unhandled"), (response.StatusCode, response.Headers["X-Amz-Function-Error"]));
    }

    [Fact]
    public async Task Tail_of_the_log_is_answered_in_base64_and_names_the_requests_id()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("echo hello; respond 1");

        var response = await InvokeAsync(bench, headers: ("X-Amz-Log-Type", "Tail"));

        var log = Encoding.UTF8.GetString(Convert.FromBase64String(response.Headers["X-Amz-Log-Result"]));
        Assert.StartsWith("START RequestId: request Version: $LATEST\nhello\nEND RequestId: request\nREPORT RequestId: request\t", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_is_accepted_and_runs_later()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("echo \"got $event\"; respond 1");

        var response = await InvokeAsync(bench, "3", ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal((202, ""), (response.StatusCode, Body(response)));
        await LambdaBench.UntilAsync(() => bench.Service.PendingEvents.Count == 0, "the event is done");
        Assert.Contains("got 3", bench.Log());
    }

    [Fact]
    public async Task Dry_run_starts_nothing()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        Assert.Equal(204, (await InvokeAsync(bench, headers: ("X-Amz-Invocation-Type", "DryRun"))).StatusCode);
        Assert.Empty(bench.Logs.Groups);
    }

    [Theory]
    [InlineData("X-Amz-Invocation-Type", "Sometimes", "ValidationException")]
    [InlineData("X-Amz-Log-Type", "Everything", "ValidationException")]
    [InlineData("X-Amz-Client-Context", "e30=", "InvalidParameterValueException")]
    public async Task What_is_not_understood_is_refused(string header, string value, string code)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => InvokeAsync(bench, headers: (header, value)));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(header.EndsWith("Context", StringComparison.Ordinal) ? header : value, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Logs.Groups);
    }

    [Fact]
    public async Task Payload_that_is_not_json_is_refused()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => InvokeAsync(bench, "hello"));

        Assert.Equal("InvalidRequestContentException", refusal.Code);
        Assert.StartsWith("Could not parse request body into json: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_payload_is_an_empty_object_to_the_function()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "$event" """);

        Assert.Equal("{}", Body(await InvokeAsync(bench, "")));
    }

    [Fact]
    public async Task Function_is_described()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create(
            "respond 1",
            adapt: function => function with { Environment = new Dictionary<string, string> { ["FROM_EMAIL"] = "a@b.c" }, ReservedConcurrency = 3, Timeout = 9 });

        var output = (await CallAsync(bench, "GetFunction", new JsonObject { ["FunctionName"] = "echo" })).Output;

        var configuration = output["Configuration"]!;
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:echo", (string?)configuration["FunctionArn"]);
        Assert.Equal(9, (int?)configuration["Timeout"]);
        Assert.Equal("a@b.c", (string?)configuration["Environment"]!["Variables"]!["FROM_EMAIL"]);
        Assert.Equal("Active", (string?)configuration["State"]);
        Assert.Equal(3, (int?)output["Concurrency"]!["ReservedConcurrentExecutions"]);
    }

    [Fact]
    public async Task Functions_are_listed_in_pages()
    {
        await using var bench = await LambdaBench.StartAsync();
        foreach (var name in new[] { "c", "a", "b" })
        {
            bench.Create("respond 1", name: name);
        }

        var first = (await CallAsync(bench, "ListFunctions", new JsonObject { ["MaxItems"] = "2" })).Output;
        var second = (await CallAsync(bench, "ListFunctions", new JsonObject { ["MaxItems"] = "2", ["Marker"] = (string?)first["NextMarker"] })).Output;

        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(["c"], Names(second));
        Assert.Null(second["NextMarker"]);

        static IEnumerable<string?> Names(JsonObject page) => page["Functions"]!.AsArray().Select(function => (string?)function!["FunctionName"]);
    }

    private static string Body(AwsResponse response) => Encoding.UTF8.GetString(response.Body!.Value.Span);

    private static Task<AwsResponse> InvokeAsync(LambdaBench bench, string payload = "{}", params (string Name, string Value)[] headers) =>
        CallAsync(bench, "Invoke", new JsonObject { ["FunctionName"] = "echo" }, payload, headers);

    private static Task<AwsResponse> CallAsync(LambdaBench bench, string operation, JsonObject input, string body = "", params (string Name, string Value)[] headers) =>
        LambdaApi.Create(bench.Service).Operations[operation](
            new AwsRequest(operation, input, CredentialStore.Operator, "request")
            {
                Body = Encoding.UTF8.GetBytes(body),
                Headers = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
            },
            TestContext.Current.CancellationToken);
}
