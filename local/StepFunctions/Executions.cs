using System.Text.Json;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Running;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>All executions: started, looked up, stopped, redriven.</summary>
public sealed class Executions
{
    private const int MaxInputBytes = 256 * 1024;

    private readonly Interpreter interpreter;
    private readonly TimeProvider clock;
    private readonly ExecutionMetrics metrics;
    private readonly ExecutionTracing? tracing;
    private readonly Dictionary<string, Execution> byArn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Execution>> byMachine = new(StringComparer.Ordinal);
    private readonly HashSet<Task> runs = [];
    private readonly Lock gate = new();

    internal Executions(Interpreter interpreter, TimeProvider clock, ExecutionMetrics metrics, ExecutionTracing? tracing = null) =>
        (this.interpreter, this.clock, this.metrics, this.tracing) = (interpreter, clock, metrics, tracing);

    /// <summary>
    /// Starts an execution. The same name and input again return the execution while it runs; so a start that was retried never runs twice.
    /// </summary>
    /// <param name="name">Null draws one.</param>
    /// <param name="input">JSON; the same input is the same text.</param>
    /// <exception cref="AwsException"><c>InvalidName</c>, <c>InvalidExecutionInput</c>, <c>ExecutionAlreadyExists</c>.</exception>
    public Execution Start(StateMachine machine, string? name, string input, string? traceHeader = null)
    {
        name ??= Guid.NewGuid().ToString();
        Names.Check(name);
        var payload = Parse(input);
        lock (gate)
        {
            var arn = Arns.Execution(machine.Name, name);
            if (byArn.TryGetValue(arn, out var existing))
            {
                return existing.Read(each => each.Status == ExecutionStatus.Running && each.Input.Text == input)
                    ? existing
                    : throw new AwsException("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");
            }

            var execution = new Execution(machine, name, payload, traceHeader, clock, metrics);
            byArn.Add(arn, execution);
            if (!byMachine.TryGetValue(machine.Arn, out var list))
            {
                byMachine.Add(machine.Arn, list = []);
            }

            list.Add(execution);
            Run(execution);
            return execution;
        }
    }

    /// <exception cref="AwsException"><c>InvalidArn</c>, <c>ExecutionDoesNotExist</c>.</exception>
    public Execution Get(string arn)
    {
        Names.CheckArn(arn);
        lock (gate)
        {
            return byArn.TryGetValue(arn, out var execution) ? execution : throw new AwsException("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");
        }
    }

    /// <summary>A machine's executions, the latest first.</summary>
    public IReadOnlyList<Execution> Of(string machineArn)
    {
        lock (gate)
        {
            return byMachine.TryGetValue(machineArn, out var list) ? [.. list.AsEnumerable().Reverse()] : [];
        }
    }

    /// <summary>Stops an execution; one that has ended stays as it is.</summary>
    public Execution Stop(string arn, string? error, string? cause)
    {
        var execution = Get(arn);
        execution.Abort(error, cause);
        return execution;
    }

    /// <summary>Takes a failed, stopped or timed-out execution up again at the state where it stood.</summary>
    /// <exception cref="AwsException"><c>ExecutionNotRedrivable</c>.</exception>
    public Execution Redrive(string arn)
    {
        var execution = Get(arn);
        lock (gate)
        {
            if (!execution.Redrive())
            {
                throw new AwsException("ExecutionNotRedrivable", $"Execution is not redrivable: {Redrivability.Of(execution).Reason}");
            }

            Run(execution);
            return execution;
        }
    }

    /// <summary>Halts what runs and waits until it has halted.</summary>
    internal Task HaltAsync()
    {
        lock (gate)
        {
            foreach (var execution in byArn.Values)
            {
                execution.Halt();
            }

            return Task.WhenAll(runs);
        }
    }

    private static Payload Parse(string input)
    {
        if (JsonText.Size(input) > MaxInputBytes)
        {
            throw new AwsException("ValidationException", $"1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to {MaxInputBytes}");
        }

        if (string.IsNullOrWhiteSpace(input))
        {
            throw new AwsException("InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'");
        }

        try
        {
            return Payload.Parse(input);
        }
        catch (JsonException)
        {
            throw new AwsException("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{JsonSyntax.Check(input)!.Message}'");
        }
    }

    private void Run(Execution execution)
    {
        tracing?.Follow(execution);
        var begun = execution.Begin();
        var run = Task.Run(() => interpreter.RunAsync(begun), CancellationToken.None);
        runs.Add(run);
        _ = run.ContinueWith(
            ended =>
            {
                lock (gate)
                {
                    runs.Remove(ended);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }
}
