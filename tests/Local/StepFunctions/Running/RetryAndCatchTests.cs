using Microsoft.Extensions.Time.Testing;
using static SesCompliance.Tests.Local.StepFunctions.ScriptedLambda;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions.Running;

public sealed class RetryAndCatchTests
{
    [Fact]
    public async Task Retry_schedules_the_task_anew_after_its_wait()
    {
        var clock = new FakeTimeProvider();
        await using var world = new StatesWorld(clock);
        var calls = 0;
        world.Lambda.Add("f", _ => ++calls < 3 ? Fault("Busy") : Success("1"));

        var execution = world.Start(Task("\"Retry\":[{\"ErrorEquals\":[\"Busy\"],\"IntervalSeconds\":10,\"BackoffRate\":3}]"));
        await UntilAsync(() => execution.Status != "RUNNING", "the end", () => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(
            [
                "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskFailed", "TaskScheduled", "TaskStarted", "TaskFailed", "TaskScheduled", "TaskStarted", "TaskSucceeded",
                "TaskStateExited", "ExecutionSucceeded",
            ],
            Types(execution).Skip(1));
        var times = execution.History().Where(each => each.Type is "TaskFailed" or "TaskScheduled").Select(each => each.Timestamp).ToList();
        Assert.InRange((times[2] - times[1]).TotalSeconds, 10, 12);
        Assert.InRange((times[4] - times[3]).TotalSeconds, 30, 32);
    }

    [Fact]
    public async Task Each_retrier_counts_for_itself_and_anew_at_each_visit()
    {
        var clock = new FakeTimeProvider();
        await using var world = new StatesWorld(clock);
        var errors = new Queue<string>(["A", "B", "A", "", "A", "B", "A", "A"]);
        world.Lambda.Add("f", payload => errors.Dequeue() is { Length: > 0 } error ? Fault(error) : Success(payload));

        var execution = world.Start(Definition("S", """
            "S":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"Next":"Again",
                "Retry":[{"ErrorEquals":["A"],"MaxAttempts":2},{"ErrorEquals":["States.ALL"],"MaxAttempts":1}]},
            "Again":{"Type":"Choice","Choices":[{"Variable":"$$.State.Name","StringEquals":"Again","Next":"S"}],"Default":"Never"},
            "Never":{"Type":"Succeed"}
            """));
        await UntilAsync(() => execution.Status != "RUNNING", "the end", () => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Empty(errors);
        Assert.Equal("A", execution.Error);
    }

    [Fact]
    public async Task Retry_count_is_in_the_context()
    {
        var clock = new FakeTimeProvider();
        await using var world = new StatesWorld(clock);
        world.Lambda.Add("f", payload => payload == "1" ? Success("9") : Fault("Busy"));

        var execution = world.Start(Single("""
            {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$$.State.RetryCount"},"Retry":[{"ErrorEquals":["States.ALL"]}],"End":true}
            """));
        await UntilAsync(() => execution.Status != "RUNNING", "the end", () => clock.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(["0", "1"], world.Lambda.Payloads);
    }

    [Theory]
    [InlineData("\"Next\":\"C\"", """{"Error":"Bad","Cause":"{\"errorType\":\"Bad\"}"}""")]
    [InlineData("\"ResultPath\":\"$.e\",\"Next\":\"C\"", """{"a":1,"e":{"Error":"Bad","Cause":"{\"errorType\":\"Bad\"}"}}""")]
    [InlineData("\"ResultPath\":null,\"Next\":\"C\"", """{"a":1}""")]
    public async Task Catch_goes_on_with_the_error_and_leaves_output_path_aside(string catcher, string output)
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Fault("Bad"));

        var execution = await world.RunAsync(Definition("S", $$"""
            "S":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"OutputPath":"$.none",
                "Catch":[{"ErrorEquals":["Other"],"Next":"C"},{"ErrorEquals":["Bad"],{{catcher}}}],"End":true},
            "C":{"Type":"Pass","End":true}
            """), """{"a":1}""");

        Assert.Equal(["TaskFailed", "TaskStateExited", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"], Types(execution).TakeLast(5));
        Assert.Equal(output, execution.Output!.Text);
    }

    [Fact]
    public async Task Broken_output_path_is_not_caught()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Success("{}"));

        var execution = await world.RunAsync(Definition("S", """
            "S":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"OutputPath":"$.none",
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],"End":true},
            "C":{"Type":"Pass","End":true}
            """));

        Assert.Equal(["TaskSucceeded", "ExecutionFailed"], Types(execution).TakeLast(2));
        Assert.Equal("States.Runtime", execution.Error);
    }

    [Fact]
    public async Task Result_path_that_does_not_fit_is_caught()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Success("{}"));

        var execution = await world.RunAsync(Definition("S", """
            "S":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"ResultPath":"$.a.b",
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],"End":true},
            "C":{"Type":"Pass","End":true}
            """), """{"a":1}""");

        Assert.Equal("States.ResultPathMatchFailure", execution.Output!.Node!["Error"]!.GetValue<string>());
    }

    private static SesCompliance.Local.Lambda.InvocationResult Fault(string type) => Error($$"""{"errorType":"{{type}}"}""");

    private static string Task(string more) =>
        Single($$"""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},{{more}},"End":true}""");
}
