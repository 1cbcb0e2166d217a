namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>Holds an attempt to its limits: the whole of it to TimeoutSeconds, the silence between a token's heartbeats to HeartbeatSeconds.</summary>
internal sealed class Deadline(TaskLimits limits, PendingTask? pending, TimeProvider clock)
{
    /// <summary>One timer's longest run.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly long started = clock.GetTimestamp();

    /// <summary>The work's outcome, the token's where it comes back sooner, or a timeout.</summary>
    public async Task<TaskOutcome> RunAsync(Task<TaskOutcome> work, CancellationToken cancellationToken)
    {
        var late = await WaitAsync(pending is null ? work : Task.WhenAny(work, pending.Answer), cancellationToken);
        return late is not null ? late
            : pending is { Answer.IsCompleted: true } ? Outcome(await pending.Answer)
            : await work;
    }

    /// <summary>The token's answer or a timeout.</summary>
    public async Task<TaskOutcome> AnswerAsync(CancellationToken cancellationToken) =>
        await WaitAsync(pending!.Answer, cancellationToken) ?? Outcome(await pending.Answer);

    private static TaskOutcome Outcome(TokenAnswer answer) => answer switch
    {
        TokenSuccess success => new TaskResult(success.Output),
        TokenFailure failure => new TaskFailure(failure.Error, failure.Cause),
        _ => throw new InvalidOperationException($"Unknown answer {answer}"),
    };

    /// <summary>Null once the task has completed.</summary>
    private async Task<TaskFailure?> WaitAsync(Task task, CancellationToken cancellationToken)
    {
        while (!task.IsCompleted)
        {
            var forAll = Left(limits.TimeoutSeconds, clock.GetElapsedTime(started));
            var forHeartbeat = pending is null ? TimeSpan.MaxValue : Left(limits.HeartbeatSeconds, pending.SinceHeartbeat);
            var left = forAll < forHeartbeat ? forAll : forHeartbeat;
            if (left <= TimeSpan.Zero)
            {
                return new TaskFailure(StatesError.Timeout, null, HeartbeatMissed: forHeartbeat < forAll);
            }

            try
            {
                await task.WaitAsync(left < Longest ? left : Longest, clock, cancellationToken);
            }
            catch (TimeoutException) when (!task.IsCompleted)
            {
                // A heartbeat may have come meanwhile: look again.
            }
        }

        return null;
    }

    private static TimeSpan Left(long? seconds, TimeSpan passed) => seconds is { } limit ? TimeSpan.FromSeconds(limit) - passed : TimeSpan.MaxValue;
}
