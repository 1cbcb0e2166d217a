using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.StepFunctions;
using SesCompliance.Local.Wire;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions.Running;

public sealed class TaskTokenTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Task_waits_for_its_token_and_takes_the_output_that_comes_with_it()
    {
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", _ => ScriptedLambda.Success("null"));
        var execution = world.Start(Waiting());
        var token = await TokenAsync(world, execution);

        world.Machines.Tokens.Heartbeat(token);
        world.Machines.Tokens.Succeed(token, "{ \"fate\": \"Delivered\" }");
        await execution.Ended.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"], Types(execution).Skip(2));
        Assert.Equal(
            """6<5 TaskSucceeded {"resourceType":"lambda","resource":"invoke.waitForTaskToken","output":"{ \u0022fate\u0022: \u0022Delivered\u0022 }","outputDetails":{"truncated":false}}""",
            Lines(execution)[5]);
        Assert.Equal("TaskTimedOut", Refusal(() => world.Machines.Tokens.Succeed(token, "1")));
    }

    [Theory]
    [InlineData("E", "why", """6<5 TaskFailed {"resourceType":"lambda","resource":"invoke.waitForTaskToken","error":"E","cause":"why"}""")]
    [InlineData(null, null, """6<5 TaskFailed {"resourceType":"lambda","resource":"invoke.waitForTaskToken"}""")]
    public async Task Failure_comes_with_the_token(string? error, string? cause, string line)
    {
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", _ => ScriptedLambda.Success("null"));
        var execution = world.Start(Waiting());

        world.Machines.Tokens.Fail(await TokenAsync(world, execution), error, cause);
        await execution.Ended.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(line, Lines(execution)[5]);
        Assert.Equal(error, execution.Error);
    }

    [Fact]
    public async Task Token_that_comes_back_while_the_function_runs_ends_the_task()
    {
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", payload =>
        {
            world.Machines.Tokens.Succeed(payload.Trim('"'), "1");
            return ScriptedLambda.Success("null");
        });

        var execution = await world.RunAsync(Waiting());

        Assert.Equal("1", execution.Output!.Text);
        Assert.DoesNotContain("TaskSubmitted", Types(execution));
    }

    [Fact]
    public async Task Function_that_fails_fails_the_task_without_waiting()
    {
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", _ => ScriptedLambda.Error("""{"errorType":"Bad"}"""));

        Assert.Equal("Bad", (await world.RunAsync(Waiting())).Error);
    }

    [Fact]
    public async Task Silence_beyond_the_heartbeat_times_the_task_out()
    {
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", _ => ScriptedLambda.Success("null"));
        var execution = world.Start(Waiting("\"HeartbeatSeconds\":10,\"TimeoutSeconds\":600,"));
        var token = await TokenAsync(world, execution);

        for (var beat = 0; beat < 4; beat++)
        {
            clock.Advance(TimeSpan.FromSeconds(8));
            world.Machines.Tokens.Heartbeat(token);
        }

        Assert.Equal("RUNNING", execution.Status);
        await UntilAsync(() => execution.Status != "RUNNING", "the timeout", () => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal("""6<5 TaskTimedOut {"resourceType":"lambda","resource":"invoke.waitForTaskToken","error":"States.Timeout"}""", Lines(execution)[5]);
        Assert.Equal("TaskTimedOut", Refusal(() => world.Machines.Tokens.Heartbeat(token)));
    }

    [Fact]
    public async Task Foreign_token_and_output_that_is_no_JSON_are_refused()
    {
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", _ => ScriptedLambda.Success("null"));
        var execution = world.Start(Waiting());
        var token = await TokenAsync(world, execution);

        Assert.Equal("InvalidToken", Refusal(() => world.Machines.Tokens.Succeed("AAAA", "1")));
        Assert.Equal("InvalidToken", Refusal(() => world.Machines.Tokens.Succeed(token[..^8] + "AAAAAAA=", "1")));
        Assert.Equal("InvalidOutput", Refusal(() => world.Machines.Tokens.Succeed(token, "{")));
        world.Machines.Tokens.Succeed(token, "1");
    }

    private static string Refusal(Action action) => Assert.Throws<AwsException>(action).Code;

    private static string Waiting(string more = "") => Single($$"""
        {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"f","Payload.$":"$$.Task.Token"},{{more}}"End":true}
        """);

    private static async Task<string> TokenAsync(StatesWorld world, Execution execution)
    {
        await UntilAsync(() => Types(execution).Contains("TaskSubmitted"), "the submission");
        return world.Lambda.Payloads.Single().Trim('"');
    }
}
