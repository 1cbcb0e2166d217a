namespace SesCompliance.Local.Sns;

/// <summary>
/// Walks through a delivery policy. Retries are due at fixed times counted from the first attempt; where the clock has jumped over several of them, one is made
/// for all, so that 23 days of retries cost no more than one when an operator advances the clock.
/// </summary>
/// <param name="jitter">0 to 1; each delay is between half of the policy's and the whole of it.</param>
public sealed class DeliveryAttempts(DeliveryPolicy policy, DateTimeOffset start, Func<double> jitter)
{
    private DateTimeOffset due = start;
    private TimeSpan next = policy.Retries > 0 ? policy.DelayBefore(1) : TimeSpan.Zero;

    /// <summary>Retries made or jumped over.</summary>
    public int Retry { get; private set; }

    /// <summary>How long to wait before the next retry; null when the policy is exhausted.</summary>
    public TimeSpan? Next(DateTimeOffset now)
    {
        if (Retry >= policy.Retries)
        {
            return null;
        }

        Advance();
        while (Retry < policy.Retries && next > TimeSpan.Zero && due + next <= now)
        {
            Advance();
        }

        return due > now ? due - now : TimeSpan.Zero;
    }

    private void Advance()
    {
        Retry++;
        due += next;
        next = Retry < policy.Retries ? policy.DelayBefore(Retry + 1) * (0.5 + (jitter() / 2)) : TimeSpan.Zero;
    }
}
