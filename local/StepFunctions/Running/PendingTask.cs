namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>A task that waits for its token to come back.</summary>
internal sealed class PendingTask(string token, TimeProvider clock)
{
    private readonly TaskCompletionSource<TokenAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastHeartbeat = clock.GetTimestamp();

    public string Token => token;

    public Task<TokenAnswer> Answer => answer.Task;

    public TimeSpan SinceHeartbeat => clock.GetElapsedTime(Interlocked.Read(ref lastHeartbeat));

    /// <summary>False where it was answered before.</summary>
    public bool TryAnswer(TokenAnswer with) => answer.TrySetResult(with);

    public void Heartbeat() => Interlocked.Exchange(ref lastHeartbeat, clock.GetTimestamp());
}
