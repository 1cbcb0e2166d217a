using System.Text.Json.Nodes;
using SesCompliance.Local;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.StepFunctions;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.StepFunctions;

/// <summary>Step Functions with functions that the test writes, on a clock that the test owns.</summary>
internal sealed class StatesWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly AwsApi api;
    private int machines;

    public StatesWorld(TimeProvider? clock = null, int seed = 1, IExecutionMetrics? metrics = null)
    {
        Machines = new StateMachines(clock ?? new CloudClock(), new Random(seed), Lambda, metrics: metrics);
        api = StepFunctionsApi.For(Machines);
    }

    public ScriptedLambda Lambda { get; } = new();

    public StateMachines Machines { get; }

    /// <summary>A definition whose states are given as JSON members.</summary>
    public static string Definition(string startAt, string states, string more = "") =>
        $"{{\"StartAt\":\"{startAt}\",{more}\"States\":{{{states}}}}}";

    /// <summary>A definition of one state.</summary>
    public static string Single(string state) => Definition("S", $"\"S\":{state}");

    public Execution Start(string definition, string input = "{}", string? name = null) =>
        Machines.Executions.Start(Machines.Create($"machine-{++machines}", definition, "arn:aws:iam::000000000000:role/flow"), name, input);

    public async Task<Execution> RunAsync(string definition, string input = "{}")
    {
        var execution = Start(definition, input);
        await execution.Ended.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return execution;
    }

    /// <summary>The output of a single Pass state with these Parameters, or its error and cause.</summary>
    public async Task<string> EvaluateAsync(string expression, string input = "{}")
    {
        var execution = await RunAsync(Single($$"""{"Type":"Pass","Parameters":{"r.$":{{JsonValue.Create(expression).ToJsonString()}}},"End":true}"""), input);
        return execution.Output is { } output ? output.Text["{\"r\":".Length..^1] : $"{execution.Error}: {execution.Cause}";
    }

    /// <summary>Calls an operation over the API.</summary>
    public async Task<JsonObject> CallAsync(string operation, JsonObject input) =>
        (await api.Operations[operation](new AwsRequest(operation, input, CredentialStore.Operator, "test"), TestContext.Current.CancellationToken)).Output;

    /// <summary>The history as lines: id, previous id, type and the details' JSON.</summary>
    public static IReadOnlyList<string> Lines(Execution execution) => [.. execution.History().Select(each =>
        $"{each.Id}<{each.PreviousId} {each.Type}{(each.Details is null ? "" : " " + each.Details.ToJsonString())}")];

    public static IEnumerable<string> Types(Execution execution) => execution.History().Select(each => each.Type);

    /// <summary>Waits for a condition; between looks it lets others run, and moves the clock where one is given.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what, Action? meanwhile = null)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"Waited in vain for: {what}");
            meanwhile?.Invoke();
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => Machines.DisposeAsync();
}

/// <summary>Functions by name, as the test scripts them.</summary>
internal sealed class ScriptedLambda : ILambda
{
    private readonly Dictionary<string, Func<string, CancellationToken, Task<InvocationResult>>> functions = [];

    public List<string> Payloads { get; } = [];

    public static InvocationResult Success(string payload) => new(payload, null);

    public static InvocationResult Error(string payload) => new(payload, "Unhandled");

    public ScriptedLambda Add(string name, Func<string, InvocationResult> function)
    {
        functions[name] = (payload, _) => Task.FromResult(function(payload));
        return this;
    }

    public ScriptedLambda Add(string name, Func<string, CancellationToken, Task<InvocationResult>> function)
    {
        functions[name] = function;
        return this;
    }

    public Task<InvocationResult> InvokeAsync(string function, string payload, CancellationToken cancellationToken)
    {
        lock (Payloads)
        {
            Payloads.Add(payload);
        }

        var name = function.Contains(":function:", StringComparison.Ordinal) ? function.Split(":function:")[1] : function;
        return functions.TryGetValue(name, out var script)
            ? script(payload, cancellationToken)
            : throw new AwsException("ResourceNotFoundException", $"Function not found: {Account.Arn("lambda", $"function:{name}")}:$LATEST", 404);
    }

    public Task EnqueueAsync(string function, string payload, CancellationToken cancellationToken) => InvokeAsync(function, payload, cancellationToken);
}
