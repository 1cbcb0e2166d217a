using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local;
using SesCompliance.Local.Iam;
using SesCompliance.Local.StepFunctions;
using SesCompliance.Local.Wire;
using SesCompliance.Local.XRay;
using SesCompliance.Tests.Local.StepFunctions;

namespace SesCompliance.Tests.Local.XRay;

public sealed class ExecutionTracingTests : IAsyncDisposable
{
    private const string Trust = """{"Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""";
    private const string Root = "1-5759e988-bd862e3fe1be46a994272793";

    private static readonly string[] Needed = ["PutTraceSegments", "PutTelemetryRecords", "GetSamplingRules", "GetSamplingTargets"];

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    private readonly IamStore iam = new();
    private readonly TraceStore traces;
    private readonly StateMachines machines;
    private readonly string flow;

    public ExecutionTracingTests()
    {
        var access = new Access(iam);
        traces = new TraceStore(clock);
        machines = new StateMachines(clock, new Random(1), new ScriptedLambda(), access, tracing: new ExecutionTracing(traces, new Sampler(clock, new Random(1)), access, clock));
        flow = Role("flow", Needed);
    }

    [Fact]
    public async Task An_execution_becomes_a_trace_with_its_time_and_fate_and_nothing_of_its_data()
    {
        var execution = Start(Machine(StatesWorld.Definition("W", """ "W": {"Type": "Wait", "Seconds": 5, "Next": "F"}, "F": {"Type": "Fail"} """)), """{"to": "user@example.org"}""");
        await StatesWorld.UntilAsync(() => execution.Status != ExecutionStatus.Running, "the execution to end", () => clock.Advance(TimeSpan.FromSeconds(1)));
        await StatesWorld.UntilAsync(() => traces.Traces.Count == 1, "the trace");

        var segment = Assert.Single(Assert.Single(traces.Traces).Segments);
        var document = JsonNode.Parse(segment.Document())!.AsObject();
        Assert.Equal(("flow", "AWS::StepFunctions::StateMachine", true), (document["name"]!.GetValue<string>(), document["origin"]!.GetValue<string>(), document["fault"]!.GetValue<bool>()));
        Assert.Equal((execution.StartDate, execution.StopDate), (segment.Start, segment.End));
        Assert.Matches("^1-[0-9a-f]{8}-[0-9a-f]{24}$", document["trace_id"]!.GetValue<string>());
        Assert.DoesNotContain("example.org", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_execution_of_each_second_is_traced_and_few_of_the_others()
    {
        var machine = Machine();
        for (var second = 0; second < 2; second++)
        {
            await RunAsync(machine, executions: 40);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await StatesWorld.UntilAsync(() => traces.Traces.Count >= 2, "a trace for each second");
        Assert.InRange(traces.Traces.Count, 2, 12);
    }

    [Theory]
    [InlineData($"Root={Root};Sampled=0", 0)]
    [InlineData($"Root={Root};Parent=53995c3f42cd8ad8;Sampled=1", 3)]
    public async Task Who_starts_an_execution_decides_by_the_trace_header(string header, int traced)
    {
        var machine = Machine();
        await RunAsync(machine, 3, header);
        await RunAsync(machine, 1);
        await StatesWorld.UntilAsync(() => traces.Traces.Sum(trace => trace.Segments.Count) == traced + 1, "the segments");

        Assert.Equal(traced, traces.Traces.SingleOrDefault(trace => trace.Id == Root)?.Segments.Count ?? 0);
    }

    [Fact]
    public async Task Without_any_one_of_its_four_actions_the_role_gets_nothing_traced()
    {
        foreach (var missing in Needed)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await RunAsync(Machine(role: Role($"without-{missing}", [.. Needed.Except([missing])])), 1);
        }

        // What the executions before had to tell would come before the last one's trace.
        clock.Advance(TimeSpan.FromSeconds(1));
        await RunAsync(Machine(), 1);
        await StatesWorld.UntilAsync(() => traces.Traces.Any(trace => trace.Segments[0].Name == "flow"), "the last execution's trace");
        Assert.Single(traces.Traces);
    }

    [Fact]
    public async Task A_machine_without_tracing_is_not_traced()
    {
        var untraced = machines.Create("untraced", StatesWorld.Single("""{"Type": "Pass", "End": true}"""), flow);
        await RunAsync(untraced, 2);
        await RunAsync(Machine(), 1);
        await StatesWorld.UntilAsync(() => traces.Traces.Count > 0, "the traced machine's trace");

        Assert.Equal("flow", Assert.Single(Assert.Single(traces.Traces).Segments).Name);
    }

    [Fact]
    public async Task Traces_are_found_by_time_and_read_by_id()
    {
        var from = clock.GetUtcNow();
        await RunAsync(Machine(), 1);
        await StatesWorld.UntilAsync(() => traces.Traces.Count == 1, "the trace");

        var found = Assert.Single(await SummariesAsync(from, from.AddSeconds(1)));
        Assert.Empty(await SummariesAsync(from.AddSeconds(1), from.AddSeconds(2)));
        var whole = await CallAsync("BatchGetTraces", new JsonObject { ["TraceIds"] = new JsonArray(found!["Id"]!.DeepClone(), Root) });

        var trace = Assert.Single(whole["Traces"]!.AsArray());
        Assert.Equal(traces.Traces[0].Segments[0].Document(), trace!["Segments"]![0]!["Document"]!.GetValue<string>());
        Assert.Equal(Arns.Machine("flow"), found["ResourceARNs"]![0]!["ARN"]!.GetValue<string>());
    }

    [Fact]
    public async Task Traces_are_forgotten_after_thirty_days()
    {
        await RunAsync(Machine(), 1);
        await StatesWorld.UntilAsync(() => traces.Traces.Count == 1, "the trace");

        clock.Advance(TimeSpan.FromDays(30.1));

        Assert.Empty(traces.Traces);
    }

    public ValueTask DisposeAsync() => machines.DisposeAsync();

    private string Role(string name, string[] actions)
    {
        var statement = new JsonObject { ["Effect"] = "Allow", ["Action"] = new JsonArray([.. actions.Select(action => $"xray:{action}")]), ["Resource"] = "*" };
        iam.CreateRole(name, Trust);
        iam.PutRolePolicy(name, "xray", new JsonObject { ["Statement"] = new JsonArray(statement) }.ToJsonString());
        return $"arn:aws:iam::000000000000:role/{name}";
    }

    /// <summary>A machine with its role's name.</summary>
    private StateMachine Machine(string? definition = null, string? role = null) => machines.Create(
        (role ?? flow).Split('/')[1], definition ?? StatesWorld.Single("""{"Type": "Pass", "End": true}"""), role ?? flow, tracing: new JsonObject { ["enabled"] = true });

    private Execution Start(StateMachine machine, string input = "{}", string? header = null) => machines.Executions.Start(machine, null, input, header);

    private async Task RunAsync(StateMachine machine, int executions, string? header = null)
    {
        foreach (var execution in Enumerable.Range(0, executions).Select(_ => Start(machine, header: header)).ToList())
        {
            await execution.Ended.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task<JsonArray> SummariesAsync(DateTimeOffset from, DateTimeOffset to) => (await CallAsync(
        "GetTraceSummaries", new JsonObject { ["StartTime"] = from.ToUnixTimeMilliseconds() / 1000.0, ["EndTime"] = to.ToUnixTimeMilliseconds() / 1000.0 }))["TraceSummaries"]!.AsArray();

    private async Task<JsonObject> CallAsync(string operation, JsonObject input) =>
        (await XRayApi.For(traces, clock).Operations[operation](new AwsRequest(operation, input, CredentialStore.Operator, "test"), TestContext.Current.CancellationToken)).Output;
}
