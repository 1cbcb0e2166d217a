using System.Diagnostics;
using System.Text;

namespace SesCompliance.Local.Lambda;

/// <summary>How an environment's init phase or an invocation in it ended.</summary>
public enum Ending
{
    /// <summary>The runtime waits for its next event.</summary>
    Waiting,
    Exited,
    TimedOut,
}

/// <summary>One execution environment: a bootstrap, its conversation over the Runtime API, its log stream.</summary>
/// <remarks>
/// Deadlines run on the machine's clock even where the cloud's clock is another: the bootstrap is a real process that computes in real time, and advancing
/// the cloud's clock must not kill it.
/// </remarks>
internal sealed class ExecutionEnvironment(string id, string logStream, FunctionLog log) : IAsyncDisposable
{
    private const int TailBytes = 4096;

    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    private readonly StringBuilder tail = new();
    private readonly Lock gate = new();
    private BootstrapProcess? process;
    private bool ended;

    public string Id { get; } = id;

    public string LogStream { get; } = logStream;

    public RuntimeConversation Conversation { get; private set; } = new();

    public bool Alive => process is { Exited.IsCompleted: false };

    public int PeakMemory { get; private set; }

    /// <summary>Only once the bootstrap has ended.</summary>
    public Task<int> ExitCode => process!.Exited;

    /// <summary>How long the last init phase or invocation took.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Starts the bootstrap, again where it has failed before, and waits until it asks for an event.</summary>
    public async Task<Ending> InitializeAsync(
        FunctionCode code, IReadOnlyDictionary<string, string> variables, Action<RuntimeConversation> serve, TimeSpan limit)
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        Conversation = new RuntimeConversation();
        serve(Conversation);
        var started = Stopwatch.GetTimestamp();
        lock (gate)
        {
            // The cloud may have shut down since this environment was made: nothing is started then that nobody would end.
            ObjectDisposedException.ThrowIf(ended, this);
            process = BootstrapProcess.Start(code.Bootstrap, Id, code.Folder, variables, Write);
        }

        var ending = await UntilWaitingAsync(started, limit);
        if (Conversation.InitError is not null)
        {
            // A runtime that has reported why it can't start ends by itself, and may have a last word for the log.
            await Task.WhenAny(process.Exited, Task.Delay(LastWords, TimeProvider.System));
        }

        return ending;
    }

    public Task<Ending> InvokeAsync(Invocation invocation, TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        Conversation.Hand(invocation);
        return UntilWaitingAsync(started, limit);
    }

    /// <summary>Writes to the environment's log.</summary>
    public void Write(string message)
    {
        // Each message ends its line, as with CloudWatch; what a function writes need not.
        message = message.EndsWith('\n') ? message : message + "\n";
        log.Write(message);
        lock (gate)
        {
            tail.Append(message);
            if (tail.Length > 2 * TailBytes)
            {
                tail.Remove(0, tail.Length - TailBytes);
            }
        }
    }

    /// <summary>The last 4 KB that were written since the last call.</summary>
    public string TakeTail()
    {
        lock (gate)
        {
            var text = tail.ToString();
            tail.Clear();
            var bytes = Encoding.UTF8.GetBytes(text);
            return bytes.Length <= TailBytes ? text : Encoding.UTF8.GetString(bytes.AsSpan(bytes.Length - TailBytes));
        }
    }

    /// <summary>Kills the bootstrap and all it has started.</summary>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            ended = true;
        }

        return process?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async Task<Ending> UntilWaitingAsync(long started, TimeSpan limit)
    {
        using var enough = new CancellationTokenSource();
        var waiting = Conversation.Waiting;
        var first = await Task.WhenAny(waiting, process!.Exited, Task.Delay(limit, TimeProvider.System, enough.Token));
        Elapsed = Stopwatch.GetElapsedTime(started);
        await enough.CancelAsync();
        PeakMemory = Math.Max(PeakMemory, process.PeakMemory());
        if (first == waiting)
        {
            await process.DrainAsync();
            return Ending.Waiting;
        }

        if (first == process.Exited)
        {
            return Ending.Exited;
        }

        Elapsed = limit;
        await process.KillAsync();
        return Ending.TimedOut;
    }
}
