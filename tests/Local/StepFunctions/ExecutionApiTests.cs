using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions;

public sealed class ExecutionApiTests
{
    private const string Waiting = """{"Type":"Wait","Seconds":1000,"End":true}""";

    private const string Passing = """{"Type":"Pass","End":true}""";

    [Fact]
    public async Task Same_name_and_input_return_the_running_execution()
    {
        await using var world = new StatesWorld();
        var machine = await CreateAsync(world, Waiting);

        var first = await StartAsync(world, machine, """{"a":1}""", "id-1");
        var again = await StartAsync(world, machine, """{"a":1}""", "id-1");

        Assert.True(JsonNode.DeepEquals(first, again));
        Assert.Equal("arn:aws:states:us-east-1:000000000000:execution:m:id-1", first["executionArn"]!.GetValue<string>());
    }

    [Fact]
    public async Task Other_input_or_an_ended_execution_of_the_name_is_refused()
    {
        await using var world = new StatesWorld();
        var machine = await CreateAsync(world, Waiting);
        var arn = (await StartAsync(world, machine, """{"a":1}""", "id-1"))["executionArn"]!.GetValue<string>();
        const string Message = "Execution Already Exists: 'arn:aws:states:us-east-1:000000000000:execution:m:id-1'";

        Assert.Equal(("ExecutionAlreadyExists", Message), await RefusalAsync(() => StartAsync(world, machine, """{"a":2}""", "id-1")));
        await world.CallAsync("StopExecution", new JsonObject { ["executionArn"] = arn });
        Assert.Equal(("ExecutionAlreadyExists", Message), await RefusalAsync(() => StartAsync(world, machine, """{"a":1}""", "id-1")));
    }

    [Theory]
    [InlineData("not json", "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'")]
    [InlineData("{'a':1}", "Invalid State Machine Execution Input: 'Unexpected character (''' (code 39)): was expecting double-quote to start field name'")]
    [InlineData("", "Invalid State Machine Execution Input: 'Invalid execution input.'")]
    public async Task Input_that_is_no_JSON_is_refused(string input, string message)
    {
        await using var world = new StatesWorld();
        var machine = await CreateAsync(world, Passing);

        Assert.Equal(("InvalidExecutionInput", message), await RefusalAsync(() => StartAsync(world, machine, input)));
    }

    [Theory]
    [InlineData("a b", "InvalidName")]
    [InlineData("a:b", "InvalidName")]
    [InlineData("", "ValidationException")]
    [InlineData("x123456789x123456789x123456789x123456789x123456789x123456789x123456789x123456789x", "ValidationException")]
    public async Task Name_that_breaks_the_rules_is_refused(string name, string code)
    {
        await using var world = new StatesWorld();
        var machine = await CreateAsync(world, Passing);

        Assert.Equal(code, (await RefusalAsync(() => StartAsync(world, machine, "{}", name))).Code);
    }

    [Fact]
    public async Task Description_tells_how_it_ended()
    {
        await using var world = new StatesWorld();
        var machine = await CreateAsync(world, """{"Type":"Pass","Result":{"r":1},"End":true}""");
        var arn = (await StartAsync(world, machine, "{}", "id"))["executionArn"]!.GetValue<string>();
        await world.Machines.Executions.Get(arn).Ended.WaitAsync(TestContext.Current.CancellationToken);

        var description = await world.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = arn });

        Assert.Equal(
            [
                "executionArn", "input", "inputDetails", "name", "output", "outputDetails", "redriveCount", "redriveStatus", "redriveStatusReason", "startDate", "stateMachineArn",
                "status", "stopDate",
            ],
            description.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("""{"r":1}""", description["output"]!.GetValue<string>());
        Assert.Equal("Execution is SUCCEEDED and cannot be redriven", description["redriveStatusReason"]!.GetValue<string>());
    }

    [Fact]
    public async Task History_comes_in_pages_either_way_round()
    {
        await using var world = new StatesWorld();
        var execution = await world.RunAsync(Single("""{"Type":"Pass","End":true}"""));

        Assert.Equal([1, 2, 3, 4], await IdsAsync(world, execution.Arn, reverse: false));
        Assert.Equal([4, 3, 2, 1], await IdsAsync(world, execution.Arn, reverse: true));
    }

    [Fact]
    public async Task History_can_leave_the_data_out()
    {
        await using var world = new StatesWorld();
        var execution = await world.RunAsync(Single(Passing), """{"to":"a@example.com"}""");

        var history = await world.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = execution.Arn, ["includeExecutionData"] = false });

        Assert.DoesNotContain("example.com", history.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_has_the_latest_first_and_filters_by_status()
    {
        await using var world = new StatesWorld();
        var machine = await CreateAsync(world, Waiting);
        foreach (var name in new[] { "a", "b", "c" })
        {
            await StartAsync(world, machine, "{}", name);
        }

        await world.CallAsync("StopExecution", new JsonObject { ["executionArn"] = "arn:aws:states:us-east-1:000000000000:execution:m:b" });

        Assert.Equal(["c", "b", "a"], await NamesAsync(world, machine, null));
        Assert.Equal(["c", "a"], await NamesAsync(world, machine, "RUNNING"));
        Assert.Equal(["b"], await NamesAsync(world, machine, "ABORTED"));
        Assert.Equal(
            "1 validation error detected: Value 'running' at 'statusFilter' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
            (await RefusalAsync(() => NamesAsync(world, machine, "running"))).Message);
    }

    [Theory]
    [InlineData("DescribeExecution", "nonsense", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: nonsense'")]
    [InlineData("GetExecutionHistory", "arn:aws:states:us-east-1:000000000000:execution:m:x", "ExecutionDoesNotExist", "Execution Does Not Exist: 'arn:aws:states:us-east-1:000000000000:execution:m:x'")]
    public async Task Execution_that_is_not_there_is_refused(string operation, string arn, string code, string message)
    {
        await using var world = new StatesWorld();

        Assert.Equal((code, message), await RefusalAsync(() => world.CallAsync(operation, new JsonObject { ["executionArn"] = arn })));
    }

    [Theory]
    [InlineData("maxResults", 1001, "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData("mapRunArn", 1, "ListExecutions: the member 'mapRunArn' is not supported by this cloud")]
    public async Task Member_that_is_wrong_or_unknown_is_refused(string member, int value, string message)
    {
        await using var world = new StatesWorld();
        var machine = await CreateAsync(world, Passing);

        Assert.Equal(message, (await RefusalAsync(() => world.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = machine, [member] = value }))).Message);
    }

    [Fact]
    public async Task Hundreds_run_at_once()
    {
        await using var world = new StatesWorld();
        var release = new TaskCompletionSource();
        world.Lambda.Add("f", async (payload, cancelled) =>
        {
            await release.Task.WaitAsync(cancelled);
            return ScriptedLambda.Success(payload);
        });
        var machine = world.Machines.Create("many", Single("""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","End":true}"""), "role");
        var executions = Enumerable.Range(0, 300).Select(each => world.Machines.Executions.Start(machine, $"e{each}", $"{each}")).ToList();
        await UntilAsync(() => world.Lambda.Payloads.Count == 300, "all calls");

        release.SetResult();
        await Task.WhenAll(executions.Select(each => each.Ended)).WaitAsync(TestContext.Current.CancellationToken);

        Assert.All(executions, each => Assert.Equal(each.Input.Text, each.Output!.Text));
    }

    private static async Task<string> CreateAsync(StatesWorld world, string state) => (await world.CallAsync(
        "CreateStateMachine", new JsonObject { ["name"] = "m", ["definition"] = Single(state), ["roleArn"] = "role" }))["stateMachineArn"]!.GetValue<string>();

    private static Task<JsonObject> StartAsync(StatesWorld world, string machine, string input, string? name = null) =>
        world.CallAsync("StartExecution", new JsonObject { ["stateMachineArn"] = machine, ["input"] = input, ["name"] = name });

    private static async Task<List<string>> NamesAsync(StatesWorld world, string machine, string? status)
    {
        var list = await world.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = machine, ["statusFilter"] = status });
        return [.. list["executions"]!.AsArray().Select(each => each!["name"]!.GetValue<string>())];
    }

    private static async Task<List<long>> IdsAsync(StatesWorld world, string execution, bool reverse)
    {
        List<long> ids = [];
        string? token = null;
        do
        {
            var page = await world.CallAsync(
                "GetExecutionHistory", new JsonObject { ["executionArn"] = execution, ["maxResults"] = 3, ["reverseOrder"] = reverse, ["nextToken"] = token });
            ids.AddRange(page["events"]!.AsArray().Select(each => each!["id"]!.GetValue<long>()));
            token = page["nextToken"]?.GetValue<string>();
        }
        while (token is not null);
        return ids;
    }

    private static async Task<(string Code, string Message)> RefusalAsync(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<AwsException>(call);
        return (refused.Code, refused.Message);
    }
}
