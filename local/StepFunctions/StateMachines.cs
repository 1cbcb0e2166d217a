using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.StepFunctions.Language;
using SesCompliance.Local.StepFunctions.Language.Parsing;
using SesCompliance.Local.StepFunctions.Running;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>Step Functions' state machines; their executions and task tokens hang on it.</summary>
public sealed class StateMachines : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly SortedDictionary<string, StateMachine> machines = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly MachineRoles roles;

    /// <param name="random">Draws retry jitter, States.MathRandom and States.UUID.</param>
    /// <param name="access">Judges the machines' roles; null trusts them.</param>
    /// <param name="metrics">Hears of executions; null leaves them uncounted.</param>
    /// <param name="tracing">Takes the executions of machines with tracing on; null where nobody would read them.</param>
    public StateMachines(
        TimeProvider clock, Random random, ILambda lambda, Access? access = null, IExecutionMetrics? metrics = null, ExecutionTracing? tracing = null)
    {
        this.clock = clock;
        roles = new MachineRoles(access ?? new Access(enforced: false));
        var drawn = new LockedRandom(random);
        Tokens = new TaskTokens(clock);
        var attempt = new TaskAttempt(new LambdaCall(lambda, clock), Tokens, clock, stopping.Token);
        Executions = new Executions(new Interpreter(new TaskRunner(attempt, clock, drawn), clock, drawn), clock, new ExecutionMetrics(metrics), tracing);
    }

    public Executions Executions { get; }

    public TaskTokens Tokens { get; }

    /// <summary>Creates a machine, or returns the one of that name where it is the same: role and tags don't count, as on AWS.</summary>
    /// <exception cref="AwsException"><c>InvalidName</c>, <c>InvalidDefinition</c>, <c>StateMachineAlreadyExists</c>; <c>AccessDeniedException</c>: the role does not serve.</exception>
    public StateMachine Create(
        string name, string definition, string roleArn, JsonObject? logging = null, JsonObject? tracing = null, IReadOnlyDictionary<string, string>? tags = null)
    {
        Names.Check(name);
        var parsed = Parse(definition);
        roles.Check(Arns.Machine(name), roleArn, logging);
        lock (gate)
        {
            var machine = new StateMachine(name, definition, parsed, roleArn, logging, tracing, Now());
            foreach (var (key, value) in tags ?? new Dictionary<string, string>())
            {
                machine.Tags[key] = value;
            }

            if (!machines.TryGetValue(machine.Arn, out var existing))
            {
                machines[machine.Arn] = machine;
                return machine;
            }

            return existing.DefinitionText == definition && JsonNode.DeepEquals(existing.LoggingConfiguration, logging) && JsonNode.DeepEquals(existing.TracingConfiguration, tracing)
                ? existing
                : throw new AwsException("StateMachineAlreadyExists", $"State Machine Already Exists: '{machine.Arn}'");
        }
    }

    /// <summary>Changes what is given; running executions go on with what they started with.</summary>
    public StateMachine Update(string arn, string? definition, string? roleArn, JsonObject? logging, JsonObject? tracing)
    {
        if (definition is null && roleArn is null && logging is null && tracing is null)
        {
            throw new AwsException("MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        }

        var parsed = definition is null ? null : Parse(definition);
        lock (gate)
        {
            var old = Get(arn);
            var changed = old with
            {
                DefinitionText = definition ?? old.DefinitionText,
                Definition = parsed ?? old.Definition,
                RoleArn = roleArn ?? old.RoleArn,
                LoggingConfiguration = logging ?? old.LoggingConfiguration,
                TracingConfiguration = tracing ?? old.TracingConfiguration,
            };
            var same = changed.DefinitionText == old.DefinitionText && changed.RoleArn == old.RoleArn
                && JsonNode.DeepEquals(changed.LoggingConfiguration, old.LoggingConfiguration)
                && JsonNode.DeepEquals(changed.TracingConfiguration, old.TracingConfiguration);
            roles.Check(arn, changed.RoleArn, changed.LoggingConfiguration);
            return machines[arn] = changed with { UpdateDate = Now(), RevisionId = same ? old.RevisionId : Guid.NewGuid().ToString() };
        }
    }

    /// <exception cref="AwsException"><c>InvalidArn</c>, <c>StateMachineDoesNotExist</c>.</exception>
    public StateMachine Get(string arn)
    {
        Names.CheckArn(arn);
        lock (gate)
        {
            return machines.TryGetValue(arn, out var machine) ? machine : throw new AwsException("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
        }
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<StateMachine> List()
    {
        lock (gate)
        {
            return [.. machines.Values];
        }
    }

    /// <summary>Removes a machine, if it is there; its executions go on and can be looked at.</summary>
    public void Delete(string arn)
    {
        Names.CheckArn(arn);
        lock (gate)
        {
            machines.Remove(arn);
        }
    }

    /// <exception cref="AwsException"><c>ResourceNotFound</c>.</exception>
    public IReadOnlyDictionary<string, string> Tags(string arn)
    {
        lock (gate)
        {
            return new SortedDictionary<string, string>(Tagged(arn), StringComparer.Ordinal);
        }
    }

    public void Tag(string arn, IReadOnlyDictionary<string, string> tags)
    {
        lock (gate)
        {
            foreach (var (key, value) in tags)
            {
                Tagged(arn)[key] = value;
            }
        }
    }

    public void Untag(string arn, IReadOnlyList<string> keys)
    {
        lock (gate)
        {
            foreach (var key in keys)
            {
                Tagged(arn).Remove(key);
            }
        }
    }

    /// <summary>Stops what runs, without a word in the histories.</summary>
    public async ValueTask DisposeAsync()
    {
        await Executions.HaltAsync();
        await stopping.CancelAsync();
        stopping.Dispose();
    }

    private SortedDictionary<string, string> Tagged(string arn)
    {
        Names.CheckArn(arn);
        return machines.TryGetValue(arn, out var machine) ? machine.Tags : throw new AwsException("ResourceNotFound", $"Resource not found: '{arn}'");
    }

    private static Definition Parse(string text)
    {
        var parsed = DefinitionParser.Parse(text);
        return parsed.Definition ?? throw new AwsException("InvalidDefinition", $"Invalid State Machine Definition: '{string.Join(", ", parsed.Faults)}'");
    }

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
