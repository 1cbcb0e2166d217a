using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Waits for everything that a program started, up to the first failure.</summary>
internal sealed class Runner
{
    private readonly Lock gate = new();
    private readonly List<Exception> failures = [];
    private readonly List<string> errors = [];
    private TaskCompletionSource<ImmutableArray<Exception>>? waiting;
    private int running;

    /// <summary>What the program's user is told.</summary>
    public ImmutableArray<string> Errors
    {
        get
        {
            lock (gate)
            {
                return [.. errors];
            }
        }
    }

    public async Task RunAsync(Func<Stack> createStack)
    {
        try
        {
            createStack().RegisterPropertyOutputs();
        }
        catch (Exception exception)
        {
            Explain([exception]);
            return;
        }

        Explain(await IdleOrFirstFailureAsync().ConfigureAwait(false));
    }

    public void Track(Task task)
    {
        lock (gate)
        {
            running++;
        }

        task.ContinueWith(OnEnded, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public void LogError(string message)
    {
        lock (gate)
        {
            errors.Add(message);
        }
    }

    private static string MessageOf(Exception exception) => exception switch
    {
        RunException => exception.Message,
        ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"The program '{Assembly.GetEntryAssembly()?.Location}' ended with an unhandled exception:\n{exception}",
    };

    private void Explain(ImmutableArray<Exception> exceptions)
    {
        foreach (var exception in exceptions)
        {
            LogError(MessageOf(exception));
        }

        if (!exceptions.IsEmpty)
        {
            // The official SDK does so too, for programs that don't return what Run returns.
            Environment.ExitCode = Deployment.AlreadyExplained;
        }
    }

    private Task<ImmutableArray<Exception>> IdleOrFirstFailureAsync()
    {
        lock (gate)
        {
            if (failures.Count > 0 || running == 0)
            {
                return Task.FromResult(Flush());
            }

            waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return waiting.Task;
        }
    }

    private void OnEnded(Task task)
    {
        lock (gate)
        {
            running--;
            if (task.Exception is { } exception)
            {
                failures.AddRange(exception.InnerExceptions);
            }

            if (waiting is not null && (failures.Count > 0 || running == 0))
            {
                waiting.SetResult(Flush());
                waiting = null;
            }
        }
    }

    /// <summary>One failure may have failed several tasks.</summary>
    private ImmutableArray<Exception> Flush()
    {
        ImmutableArray<Exception> distinct = [.. failures.Distinct()];
        failures.Clear();
        return distinct;
    }
}
