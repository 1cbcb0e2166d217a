using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions;

public sealed class RedriveTests
{
    [Fact]
    public async Task Failed_task_is_scheduled_again_with_the_same_input_and_the_steps_before_it_are_not()
    {
        await using var world = new StatesWorld();
        var broken = true;
        world.Lambda.Add("f", payload => broken ? ScriptedLambda.Error("""{"errorType":"Bad"}""") : ScriptedLambda.Success(payload));
        var execution = await world.RunAsync(Definition("P", """
            "P":{"Type":"Pass","Result":1,"ResultPath":"$.p","Next":"S"},
            "S":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","End":true}
            """), """{"a":1}""");
        Assert.Equal("FAILED", execution.Status);

        broken = false;
        await world.CallAsync("RedriveExecution", new JsonObject { ["executionArn"] = execution.Arn });
        await execution.Ended.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["ExecutionFailed", "ExecutionRedriven", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            Types(execution).Skip(7));
        Assert.Equal("""{"a":1,"p":1}""", execution.Output!.Text);
        Assert.Equal(1, execution.RedriveCount);
    }

    [Fact]
    public async Task Stopped_wait_is_entered_again()
    {
        await using var world = new StatesWorld();
        var execution = world.Start(Single("""{"Type":"Wait","Seconds":1000,"End":true}"""));
        await UntilAsync(() => execution.History().Count == 2, "the wait");
        world.Machines.Executions.Stop(execution.Arn, null, null);

        world.Machines.Executions.Redrive(execution.Arn);
        await UntilAsync(() => execution.History().Count == 5, "the wait again");

        Assert.Equal(["WaitStateEntered", "ExecutionAborted", "ExecutionRedriven", "WaitStateEntered"], Types(execution).Skip(1));
        Assert.Equal("RUNNING", execution.Status);
    }

    [Fact]
    public async Task Execution_that_succeeded_or_runs_is_not_redriven()
    {
        await using var world = new StatesWorld();
        var execution = await world.RunAsync(Single("""{"Type":"Succeed"}"""));

        var refused = await Assert.ThrowsAsync<AwsException>(() => world.CallAsync("RedriveExecution", new JsonObject { ["executionArn"] = execution.Arn }));

        Assert.Equal("ExecutionNotRedrivable", refused.Code);
    }
}
