namespace SesCompliance.Tests.Local.Lambda;

public sealed class RuntimeApiRules
{
    [Fact]
    public async Task Answers_are_accepted_once_and_only_for_the_event_at_hand()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""
            call GET /invocation/next ''; echo "next $status $body"
            call POST /invocation/00000000/response 1; echo "other $status $body"
            call POST /invocation/00000000/error 1; echo "other error $status $body"
            respond 1; echo "first $status $body"
            respond 2; echo "second $status $body"
            call POST /init/error '{}'; echo "init $status"
            call GET /nothing ''; echo "nothing $status"
            """);

        Assert.Equal("1", (await bench.InvokeAsync()).Payload);

        Assert.Equal(
            [
                """next 403 {"errorMessage":"The event before this one has no answer yet.","errorType":"InvalidStateTransition"}""",
                """other 400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""",
                """other error 400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""",
                """first 202 {"status":"OK"}""",
                """second 403 {"errorMessage":"This event was answered already.","errorType":"InvalidStateTransition"}""",
                "init 403",
                "nothing 404",
            ],
            bench.Log().Skip(1).SkipLast(2));
    }

    [Fact]
    public async Task An_errors_cause_for_x_ray_may_be_a_header_of_a_megabyte()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""
            printf -v cause '%01048000d' 0
            call POST "/invocation/$id/error" '{"errorType":"E"}' "Lambda-Runtime-Function-XRay-Error-Cause: {$cause}"
            echo "reported $status"
            """);

        Assert.Contains("\"E\"", (await bench.InvokeAsync()).Payload, StringComparison.Ordinal);
        await LambdaBench.UntilAsync(() => bench.Log().Contains("reported 202"), "the report is taken");
    }

    [Fact]
    public async Task Runtime_that_lost_its_poll_gets_the_event_with_the_next()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""
            respond "$event"
            exec 9<>"/dev/tcp/${host%:*}/${host#*:}"
            printf 'GET %s HTTP/1.1\r\nHost: runtime\r\n\r\n' "$base/invocation/next" >&9
            sleep 0.1
            exec 9>&-
            echo "lost $event"
            """);
        Assert.Equal("1", (await bench.InvokeAsync("1")).Payload);
        await LambdaBench.UntilAsync(() => bench.Log().Contains("lost 1"), "the poll is lost");

        Assert.Equal("2", (await bench.InvokeAsync("2")).Payload);
        Assert.Single(bench.Logs.Group("/aws/lambda/echo").Streams);
    }
}
