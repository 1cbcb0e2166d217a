using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>Counts recipients against the account's quota (any 24 hours) and rate (a bucket that holds one second's worth).</summary>
public sealed class SendQuota(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset At, int Recipients)> sent = [];
    private int sentInWindow;
    private double tokens = double.MaxValue;
    private DateTimeOffset refilled;

    public int SentLast24Hours
    {
        get
        {
            lock (gate)
            {
                Forget(time.GetUtcNow());
                return sentInWindow;
            }
        }
    }

    /// <summary>Takes a mail's share, or refuses and takes nothing.</summary>
    /// <param name="recipients">All of them count against the rate.</param>
    /// <param name="counted">Those that count against the daily quota: simulator addresses do not.</param>
    /// <exception cref="AwsException">
    /// <c>TooManyRequestsException</c> for both, as SES has no other shape for it; only the message tells a second's wait from a day's.
    /// </exception>
    public void Take(AccountSettings account, int recipients, int counted)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            if (account.Max24HourSend >= 0 && counted > 0 && sentInWindow + counted > account.Max24HourSend)
            {
                throw new AwsException("TooManyRequestsException", "Daily message quota exceeded.", 429);
            }

            var size = Math.Max(1, account.MaxSendRate);
            tokens = Math.Min(size, tokens + ((now - refilled).TotalSeconds * account.MaxSendRate));
            refilled = now;

            // A mail to more recipients than one second's worth passes a full bucket and leaves it in debt.
            if (tokens < Math.Min(recipients, size))
            {
                throw new AwsException("TooManyRequestsException", "Maximum sending rate exceeded.", 429);
            }

            tokens -= recipients;
            if (counted > 0)
            {
                sent.Enqueue((now, counted));
                sentInWindow += counted;
            }
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (sent.TryPeek(out var oldest) && oldest.At <= now - Window)
        {
            sentInWindow -= oldest.Recipients;
            sent.Dequeue();
        }
    }
}
