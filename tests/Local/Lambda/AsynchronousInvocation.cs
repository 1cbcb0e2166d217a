using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class AsynchronousInvocation
{
    private const string Queue = "arn:aws:sqs:us-east-1:000000000000:dead-letters";

    [Fact]
    public async Task Event_that_succeeds_is_done()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("echo \"got $event\"; respond 1");
        bench.Service.PutEventInvokeConfig("echo", new EventInvokeConfig(OnFailure: Queue));

        await EnqueueAsync(bench, "5");

        await LambdaBench.UntilAsync(() => bench.Service.PendingEvents.Count == 0, "the event is done");
        Assert.Contains("got 5", bench.Log());
        Assert.Empty(bench.Sent);
    }

    [Fact]
    public async Task Event_that_fails_is_tried_again_after_one_minute_and_after_two_more_and_then_goes_to_the_destination()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("fail Broken 'no luck'");
        bench.Service.PutEventInvokeConfig("echo", new EventInvokeConfig(OnFailure: Queue));
        await EnqueueAsync(bench, """{"n":1}""");

        Assert.Equal(TimeSpan.FromMinutes(1), await AdvanceToNextAttemptAsync(bench));
        Assert.Equal(TimeSpan.FromMinutes(2), await AdvanceToNextAttemptAsync(bench));
        await LambdaBench.UntilAsync(() => !bench.Sent.IsEmpty, "the record is sent");

        var (queue, record) = Assert.Single(bench.Sent);
        var start = bench.Log().First(line => line.StartsWith("START", StringComparison.Ordinal));
        var requestId = start.Split(' ')[2];
        Assert.Equal(3, bench.Log().Count(line => line == start));
        Assert.Equal(Queue, queue);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string?)record["timestamp"]);
        record.Remove("timestamp");
        Assert.Equal(
            $$$"""{"version":"1.0","requestContext":{"requestId":"{{{requestId}}}","functionArn":"arn:aws:lambda:us-east-1:000000000000:function:echo:$LATEST","condition":"RetriesExhausted","approximateInvokeCount":3},"requestPayload":{"n":1},"responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},"responsePayload":{"errorType":"Broken","errorMessage":"no luck"}}""",
            record.ToJsonString());
        Assert.Empty(bench.Service.PendingEvents);
    }

    [Fact]
    public async Task Event_without_retries_goes_to_the_destination_at_once()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("exit 1");
        bench.Service.PutEventInvokeConfig("echo", new EventInvokeConfig(MaximumRetryAttempts: 0, OnFailure: Queue));

        await EnqueueAsync(bench);

        await LambdaBench.UntilAsync(() => !bench.Sent.IsEmpty, "the record is sent");
        Assert.Equal("Runtime.ExitError", (string?)bench.Sent.Single().Body["responsePayload"]!["errorType"]);
    }

    [Fact]
    public async Task Throttled_event_is_tried_again_until_there_is_room()
    {
        await using var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond 1", adapt: function => function with { ReservedConcurrency = 1 });
        var running = bench.InvokeAsync("1");
        await EnqueueAsync(bench, "2");
        for (var expected = 1; expected <= 4; expected *= 2)
        {
            Assert.Equal(TimeSpan.FromSeconds(expected), await AdvanceToNextAttemptAsync(bench));
        }

        gate.Open("1");
        gate.Open("2");
        await running;
        await AdvanceToNextAttemptAsync(bench);

        await LambdaBench.UntilAsync(() => bench.Service.PendingEvents.Count == 0, "the event is done");
        Assert.Equal(2, bench.Metrics.Count(metric => metric.Metric == "Invocations"));
    }

    [Fact]
    public async Task Event_that_gets_too_old_goes_to_the_destination()
    {
        await using var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond 1", adapt: function => function with { ReservedConcurrency = 1 });
        bench.Service.PutEventInvokeConfig("echo", new EventInvokeConfig(MaximumEventAgeInSeconds: 60, OnFailure: Queue));
        var running = bench.InvokeAsync("1");
        await EnqueueAsync(bench, "7");
        await LambdaBench.UntilAsync(() => bench.Service.PendingEvents is [{ NextAttempt: not null }], "the event was throttled");

        bench.Clock.Advance(TimeSpan.FromSeconds(60));

        await LambdaBench.UntilAsync(() => !bench.Sent.IsEmpty, "the record is sent");
        var record = bench.Sent.Single().Body;
        Assert.Equal("EventAgeExceeded", (string?)record["requestContext"]!["condition"]);
        Assert.Equal(0, (int?)record["requestContext"]!["approximateInvokeCount"]);
        Assert.Equal(7, (int?)record["requestPayload"]);
        gate.Open("1");
        await running;
    }

    [Fact]
    public async Task Events_of_a_function_that_is_switched_off_go_to_the_destination_at_once()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");
        bench.Service.PutEventInvokeConfig("echo", new EventInvokeConfig(OnFailure: Queue));
        bench.Service.ReserveConcurrency("echo", 0);

        await EnqueueAsync(bench, "7");

        await LambdaBench.UntilAsync(() => !bench.Sent.IsEmpty, "the record is sent");
        Assert.Equal(7, (int?)bench.Sent.Single().Body["requestPayload"]);
        Assert.DoesNotContain(bench.Metrics, metric => metric.Metric == "Invocations");
    }

    [Theory]
    [InlineData("sns.amazonaws.com", "arn:aws:sns:us-east-1:000000000000:feedback", true)]
    [InlineData("sns.amazonaws.com", "arn:aws:sns:us-east-1:000000000000:other", false)]
    [InlineData("events.amazonaws.com", "arn:aws:sns:us-east-1:000000000000:feedback", false)]
    public async Task A_service_needs_a_permission_for_the_resource_that_it_acts_for(string service, string sourceArn, bool allowed)
    {
        await using var bench = await LambdaBench.StartAsync(options => options with { Access = new Access() });
        bench.Create("respond 1");
        bench.Service.AddPermission("echo", new PermissionStatement("s", "lambda:InvokeFunction", "sns.amazonaws.com", "arn:aws:sns:us-east-1:000000000000:feedback"));
        var enqueue = () => bench.Service.EnqueueAsync("echo", "1", new ServicePrincipal(service, sourceArn), TestContext.Current.CancellationToken);

        if (allowed)
        {
            await enqueue();
        }
        else
        {
            Assert.Equal(("AccessDeniedException", 403), await Assert.ThrowsAsync<AwsException>(enqueue) is var denied ? (denied.Code, denied.StatusCode) : default);
        }
    }

    [Fact]
    public async Task Event_that_failed_for_good_without_destination_is_told()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("fail Broken no");
        bench.Service.PutEventInvokeConfig("echo", new EventInvokeConfig(MaximumRetryAttempts: 0));

        await EnqueueAsync(bench, """{"n":1}""");

        await LambdaBench.UntilAsync(() => !bench.Warnings.IsEmpty, "a warning");
        Assert.Contains("""{"n":1}""", bench.Warnings.Single(), StringComparison.Ordinal);
        Assert.Contains(bench.Metrics, metric => metric.Metric == "AsyncEventsDropped");
    }

    [Fact]
    public async Task Events_that_are_pending_at_shutdown_are_told()
    {
        var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond 1");
        bench.Create("fail Broken no", name: "failing");
        await EnqueueAsync(bench, "\"running\"");
        await EnqueueAsync(bench, "\"waiting\"", "failing");
        await LambdaBench.UntilAsync(() => bench.Service.PendingEvents.Any(one => one.NextAttempt is not null), "one waits for its retry");

        await bench.DisposeAsync();

        Assert.Equal(2, bench.Warnings.Count);
        Assert.Contains(bench.Warnings, warning => warning.Contains("\"running\"", StringComparison.Ordinal));
        Assert.Contains(bench.Warnings, warning => warning.Contains("\"waiting\"", StringComparison.Ordinal) && warning.Contains("invoked 1 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Burst_of_events_waits_for_room_instead_of_being_throttled()
    {
        await using var bench = await LambdaBench.StartAsync(options => options with { AccountConcurrency = 2 });
        bench.Create("respond 1");

        for (var i = 0; i < 20; i++)
        {
            await EnqueueAsync(bench, $"{i}");
        }

        await LambdaBench.UntilAsync(() => bench.Service.PendingEvents.Count == 0, "all are done");
        Assert.DoesNotContain(bench.Metrics, metric => metric is { Metric: "Throttles", Value: > 0 });
        Assert.Equal(20, bench.Metrics.Count(metric => metric.Metric == "Invocations"));
    }

    [Fact]
    public async Task Event_over_one_megabyte_is_refused()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => EnqueueAsync(bench, $"\"{new string('x', 1024 * 1024 - 1)}\""));

        Assert.Equal(("RequestTooLargeException", "1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Event_for_an_unknown_function_is_refused()
    {
        await using var bench = await LambdaBench.StartAsync();

        Assert.Equal("ResourceNotFoundException", (await Assert.ThrowsAsync<AwsException>(() => EnqueueAsync(bench))).Code);
        Assert.Empty(bench.Service.PendingEvents);
    }

    [Theory]
    [InlineData(3, 60, null)]
    [InlineData(2, 59, null)]
    [InlineData(2, 60, "arn:aws:sns:us-east-1:000000000000:topic")]
    public async Task Configuration_outside_the_limits_is_refused(int retries, int age, string? destination)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("respond 1");

        var refusal = Assert.Throws<AwsException>(() => bench.Service.PutEventInvokeConfig("echo", new EventInvokeConfig(retries, age, destination)));

        Assert.Equal("InvalidParameterValueException", refusal.Code);
    }

    private static Task EnqueueAsync(LambdaBench bench, string payload = "{}", string name = "echo") =>
        bench.Service.EnqueueAsync(name, payload, TestContext.Current.CancellationToken);

    /// <summary>Waits until the one pending event waits, and moves the clock to its next attempt; returns how far that was.</summary>
    private static async Task<TimeSpan> AdvanceToNextAttemptAsync(LambdaBench bench)
    {
        AsyncEvent? waiting = null;
        await LambdaBench.UntilAsync(() => (waiting = bench.Service.PendingEvents.SingleOrDefault())?.NextAttempt is not null, "the event waits");
        var wait = waiting!.NextAttempt!.Value - bench.Clock.GetUtcNow();
        bench.Clock.Advance(wait);
        await LambdaBench.UntilAsync(() => bench.Service.PendingEvents.SingleOrDefault()?.NextAttempt != waiting.NextAttempt, "the event is tried");
        return wait;
    }
}
