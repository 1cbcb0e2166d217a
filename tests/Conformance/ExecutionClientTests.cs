using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Local.Iam;
using SesCompliance.Local.StepFunctions;
using SesCompliance.Local.Wire;
using SesCompliance.Tests.Local.StepFunctions;
using ExecutionStatus = Amazon.StepFunctions.ExecutionStatus;

namespace SesCompliance.Tests.Conformance;

/// <summary>Executions as an operator lists, reads and redrives them over the wire; true of the official package and of the stand-in.</summary>
public sealed class ExecutionClientTests : IAsyncLifetime
{
    private const string Missing = "arn:aws:states:us-east-1:000000000000:stateMachine:nothing";

    private readonly StatesWorld world = new();
    private WireServer server = null!;
    private AmazonStepFunctionsClient client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await WireServer.StartAsync(0, [StepFunctionsApi.For(world.Machines)], new CredentialStore());
        client = new AmazonStepFunctionsClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonStepFunctionsConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Executions_are_listed_by_status_in_pages()
    {
        var machine = world.Machines.Create("flow", StatesWorld.Single("""{"Type":"Choice","Choices":[{"Variable":"$.fail","IsPresent":true,"Next":"F"}],"Default":"T"},"F":{"Type":"Fail"},"T":{"Type":"Succeed"}"""), "arn:aws:iam::000000000000:role/flow");
        foreach (var (name, input) in new[] { ("a", """{"fail":1}"""), ("b", "{}"), ("c", """{"fail":1}""") })
        {
            await world.Machines.Executions.Start(machine, name, input).Ended.WaitAsync(Cancelled);
        }

        var request = new ListExecutionsRequest { StateMachineArn = machine.Arn, StatusFilter = ExecutionStatus.FAILED, MaxResults = 1 };
        List<string> found = [];
        do
        {
            var page = await client.ListExecutionsAsync(request, Cancelled);
            var execution = Assert.Single(page.Executions);
            Assert.Equal((ExecutionStatus.FAILED, machine.Arn, DateTimeKind.Utc), (execution.Status, execution.StateMachineArn, execution.StartDate!.Value.Kind));
            found.Add(execution.Name);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        Assert.Equal(["a", "c"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_state_machine_is_described()
    {
        var definition = StatesWorld.Single("""{"Type":"Succeed"}""");
        var machine = world.Machines.Create("flow", definition, "arn:aws:iam::000000000000:role/flow");

        var described = await client.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = machine.Arn }, Cancelled);

        Assert.Equal((machine.Arn, "flow", definition), (described.StateMachineArn, described.Name, described.Definition));
        Assert.Equal((StateMachineStatus.ACTIVE, StateMachineType.STANDARD), (described.Status, described.Type));
        Assert.Equal("arn:aws:iam::000000000000:role/flow", described.RoleArn);
    }

    [Fact]
    public async Task A_failed_execution_is_redriven_and_one_that_succeeded_is_not()
    {
        var broken = true;
        world.Lambda.Add("f", payload => broken ? ScriptedLambda.Error("""{"errorType":"Bad"}""") : ScriptedLambda.Success(payload));
        var execution = await world.RunAsync(StatesWorld.Single("""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","End":true}"""));
        broken = false;

        var redriven = await client.RedriveExecutionAsync(new RedriveExecutionRequest { ExecutionArn = execution.Arn }, Cancelled);
        await execution.Ended.WaitAsync(Cancelled);

        Assert.Equal("SUCCEEDED", execution.Status);
        Assert.Equal(DateTimeKind.Utc, redriven.RedriveDate!.Value.Kind);
        var refused = await Assert.ThrowsAsync<ExecutionNotRedrivableException>(
            () => client.RedriveExecutionAsync(new RedriveExecutionRequest { ExecutionArn = execution.Arn }, Cancelled));
        Assert.Equal("ExecutionNotRedrivable", refused.ErrorCode);
    }

    [Fact]
    public async Task What_is_missing_is_its_exception()
    {
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => client.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = Missing }, Cancelled));
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(
            () => client.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = Missing }, Cancelled));
    }
}
