using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.StepFunctions;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions.Running;

public sealed class TimeTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("\"Seconds\":90", 90)]
    [InlineData("\"SecondsPath\":\"$.s\"", 20)]
    [InlineData("\"Timestamp\":\"2026-01-01T00:01:00Z\"", 60)]
    [InlineData("\"TimestampPath\":\"$.t\"", 30)]
    [InlineData("\"Timestamp\":\"2020-01-01T00:00:00Z\"", 0)]
    public async Task Wait_takes_its_time(string way, int seconds)
    {
        await using var world = new StatesWorld(clock);

        var execution = world.Start(Single($"{{\"Type\":\"Wait\",{way},\"End\":true}}"), """{"s":20,"t":"2026-01-01T01:00:30+01:00"}""");
        await EndAsync(execution);

        Assert.Equal(["WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"], Types(execution).Skip(1));
        Assert.InRange((execution.StopDate!.Value - execution.StartDate).TotalSeconds, seconds, seconds + 2);
    }

    [Theory]
    [InlineData("\"SecondsPath\":\"$.v\"", "-1", "The SecondsPath parameter references a negative value: $.v == -1")]
    [InlineData("\"SecondsPath\":\"$.v\"", "1.5", "The SecondsPath parameter cannot be parsed as a long value: $.v == 1.5")]
    [InlineData("\"TimestampPath\":\"$.v\"", "\"2016-12-05\"", "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.v == 2016-12-05")]
    [InlineData("\"TimestampPath\":\"$.v\"", "\"2099-12-05T00:00:00Z\"", "Wait state delay is too long.")]
    public async Task Wait_without_a_usable_time_fails_the_execution(string way, string value, string message)
    {
        await using var world = new StatesWorld(clock);

        var execution = await world.RunAsync(Single($"{{\"Type\":\"Wait\",{way},\"End\":true}}"), $"{{\"v\":{value}}}");

        Assert.Equal("States.Runtime", execution.Error);
        Assert.EndsWith(message, execution.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"TimeoutSeconds\":5")]
    [InlineData("\"TimeoutSecondsPath\":\"$.limit\"")]
    public async Task Task_that_takes_too_long_times_out_and_the_function_goes_on(string limit)
    {
        await using var world = new StatesWorld(clock);
        var finished = new TaskCompletionSource();
        world.Lambda.Add("f", async (_, cancelled) =>
        {
            await finished.Task.WaitAsync(cancelled);
            return ScriptedLambda.Success("1");
        });

        var execution = world.Start(Invoke(limit), """{"limit":5}""");
        await EndAsync(execution);

        Assert.Equal(
            [
                """5<4 TaskTimedOut {"resourceType":"lambda","resource":"invoke","error":"States.Timeout"}""",
                """6<5 ExecutionFailed {"error":"States.Timeout"}""",
            ],
            Lines(execution).Skip(4));
        Assert.InRange((execution.StopDate!.Value - execution.StartDate).TotalSeconds, 5, 7);
        finished.SetResult();
    }

    [Fact]
    public async Task Timeout_is_caught_with_an_empty_cause()
    {
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", async (_, cancelled) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return ScriptedLambda.Success("1");
        });

        var execution = world.Start(Definition("S", """
            "S":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"TimeoutSeconds":5,
                "Catch":[{"ErrorEquals":["States.TaskFailed"],"Next":"No"},{"ErrorEquals":["States.Timeout"],"Next":"C"}],"End":true},
            "No":{"Type":"Fail"},"C":{"Type":"Succeed"}
            """));
        await EndAsync(execution);

        Assert.Equal("""{"Error":"States.Timeout","Cause":""}""", execution.Output!.Text);
    }

    [Fact]
    public async Task Machine_that_takes_too_long_times_out()
    {
        await using var world = new StatesWorld(clock);

        var execution = world.Start(Definition("W", "\"W\":{\"Type\":\"Wait\",\"Seconds\":100,\"End\":true}", "\"TimeoutSeconds\":3,"));
        await EndAsync(execution);

        Assert.Equal("TIMED_OUT", execution.Status);
        Assert.Null(execution.Error);
        Assert.Equal("""3<0 ExecutionTimedOut {"error":"States.Timeout"}""", Lines(execution)[^1]);
    }

    [Fact]
    public async Task Stopped_execution_writes_nothing_more()
    {
        await using var world = new StatesWorld(clock);
        var execution = world.Start(Single("{\"Type\":\"Wait\",\"Seconds\":100,\"End\":true}"));
        await UntilAsync(() => execution.History().Count == 2, "the wait");

        world.Machines.Executions.Stop(execution.Arn, "E", "why");
        world.Machines.Executions.Stop(execution.Arn, "later", null);
        clock.Advance(TimeSpan.FromSeconds(200));

        Assert.Equal("""3<0 ExecutionAborted {"error":"E","cause":"why"}""", Assert.Single(Lines(execution).Skip(2)));
        Assert.Equal(("ABORTED", "E"), (execution.Status, execution.Error));
    }

    private Task EndAsync(Execution execution) =>
        UntilAsync(() => execution.Status != "RUNNING", "the end", () => clock.Advance(TimeSpan.FromSeconds(1)));

    private static string Invoke(string limit) =>
        Single($$"""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},{{limit}},"End":true}""");
}
