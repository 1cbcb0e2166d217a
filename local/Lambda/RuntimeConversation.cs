namespace SesCompliance.Local.Lambda;

/// <summary>What the Runtime API has to say to a call that came at the wrong time or for the wrong invocation.</summary>
public enum RuntimeVerdict
{
    Accepted,
    UnknownRequest,
    WrongState,
}

/// <summary>
/// One environment's side of the Runtime API: the runtime asks for the next event, answers it, asks again. Asking again is what ends an invocation (and the
/// first time, the init phase).
/// </summary>
public sealed class RuntimeConversation
{
    private readonly Lock gate = new();
    private TaskCompletionSource waiting = NewSource();
    private TaskCompletionSource<Invocation>? next;
    private Invocation? undelivered;
    private Invocation? current;
    private RuntimeAnswer? answer;
    private (string Type, string Payload)? initError;

    /// <summary>Ends when the runtime waits for an event, or has reported that it can't start.</summary>
    public Task Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Task;
            }
        }
    }

    /// <summary>What the runtime reported with <c>init/error</c>: <c>Lambda-Runtime-Function-Error-Type</c> and the body.</summary>
    public (string Type, string Payload)? InitError
    {
        get
        {
            lock (gate)
            {
                return initError;
            }
        }
    }

    /// <summary>The answer to the event that was handed over last.</summary>
    public RuntimeAnswer? Answer
    {
        get
        {
            lock (gate)
            {
                return answer;
            }
        }
    }

    /// <summary>The runtime's long poll; null where it still owes the answer to the event before.</summary>
    public Task<Invocation>? Next(CancellationToken disconnected)
    {
        lock (gate)
        {
            if (undelivered is { } invocation)
            {
                undelivered = null;
                return Task.FromResult(invocation);
            }

            if (current is not null && answer is null)
            {
                return null;
            }

            current = null;
            var poll = NewPoll();
            next = poll;
            waiting.TrySetResult();
            return AwaitAsync(poll, disconnected);
        }
    }

    /// <summary>Hands an event to the waiting runtime; <see cref="Waiting"/> then ends when it waits again.</summary>
    public void Hand(Invocation invocation)
    {
        lock (gate)
        {
            waiting = NewSource();
            answer = null;
            current = invocation;
            if (next is null)
            {
                undelivered = invocation;
            }

            next?.TrySetResult(invocation);
            next = null;
        }
    }

    public RuntimeVerdict Respond(string requestId, RuntimeAnswer given)
    {
        lock (gate)
        {
            if (current?.RequestId != requestId)
            {
                return RuntimeVerdict.UnknownRequest;
            }

            if (answer is not null)
            {
                return RuntimeVerdict.WrongState;
            }

            answer = given;
            return RuntimeVerdict.Accepted;
        }
    }

    public RuntimeVerdict FailInit(string type, string payload)
    {
        lock (gate)
        {
            if (waiting.Task.IsCompleted || current is not null)
            {
                return RuntimeVerdict.WrongState;
            }

            initError = (type, payload);
            waiting.SetResult();
            return RuntimeVerdict.Accepted;
        }
    }

    private async Task<Invocation> AwaitAsync(TaskCompletionSource<Invocation> poll, CancellationToken disconnected)
    {
        await using var registration = disconnected.Register(() =>
        {
            lock (gate)
            {
                // An event must not go to a connection that is gone: the runtime's next poll takes it.
                next = next == poll ? null : next;
                poll.TrySetCanceled(disconnected);
            }
        });
        return await poll.Task;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<Invocation> NewPoll() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
