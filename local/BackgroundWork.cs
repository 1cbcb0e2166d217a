namespace SesCompliance.Local;

/// <summary>
/// Work that goes on after its caller was answered (deliveries, events, retries). It is waited for or stopped, never left behind, and what fails in it is
/// kept where a test or an operator sees it.
/// </summary>
public sealed class BackgroundWork : IAsyncDisposable
{
    private const int KeptErrors = 100;

    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];
    private readonly Queue<Exception> errors = [];
    private readonly CancellationTokenSource stop = new();
    private bool disposed;

    /// <summary>Raised for each failure, beside its being kept in <see cref="Errors"/>.</summary>
    public event Action<Exception>? Failed;

    /// <summary>The latest failures, oldest first.</summary>
    public IReadOnlyList<Exception> Errors
    {
        get
        {
            lock (gate)
            {
                return [.. errors];
            }
        }
    }

    public void Start(Func<CancellationToken, Task> work)
    {
        Task task;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            task = Task.Run(() => RunAsync(work), CancellationToken.None);
            running.Add(task);
        }

        // A task that was over before this line is removed here just the same.
        task.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends when nothing runs, work that was started meanwhile included.</summary>
    public async Task IdleAsync(CancellationToken cancellationToken = default)
    {
        while (Snapshot() is { Length: > 0 } tasks)
        {
            await Task.WhenAll(tasks).WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
        }

        await stop.CancelAsync();
        await Task.WhenAll(Snapshot());
        stop.Dispose();
    }

    /// <summary>Keeps a failure that its work survived.</summary>
    public void Report(Exception error)
    {
        lock (gate)
        {
            errors.Enqueue(error);
            if (errors.Count > KeptErrors)
            {
                errors.Dequeue();
            }
        }

        Failed?.Invoke(error);
    }

    private Task[] Snapshot()
    {
        lock (gate)
        {
            return [.. running];
        }
    }

    private void Remove(Task task)
    {
        lock (gate)
        {
            running.Remove(task);
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The cloud is shutting down.
        }
#pragma warning disable CA1031 // Nobody awaits this work: whatever failed is kept here.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Report(error);
        }
    }
}
