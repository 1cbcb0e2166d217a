using System.Collections.Concurrent;
using SesCompliance.Local.Lambda;

namespace SesCompliance.Tests.Local.Sns;

/// <summary>Takes asynchronous invocations, or fails as it is told.</summary>
internal sealed class RecordingLambda : ILambda
{
    public ConcurrentQueue<(string Function, string Payload)> Taken { get; } = new();

    public Func<int, Exception?> FailureOfAttempt { get; set; } = _ => null;

    public int Attempts => attempts;

    private int attempts;

    public Task<InvocationResult> InvokeAsync(string function, string payload, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task EnqueueAsync(string function, string payload, CancellationToken cancellationToken)
    {
        if (FailureOfAttempt(Interlocked.Increment(ref attempts)) is { } failure)
        {
            throw failure;
        }

        Taken.Enqueue((function, payload));
        return Task.CompletedTask;
    }
}
