namespace SesCompliance.Local;

/// <summary>
/// The cloud's clock: it runs with the machine's and can be advanced, so that an hour's alarm period or a two-minute retry can be had at once.
/// Timers follow it.
/// </summary>
public sealed class CloudClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<CloudTimer> timers = [];
    private TimeSpan advanced;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return System.GetUtcNow() + advanced;
        }
    }

    public override long GetTimestamp()
    {
        lock (gate)
        {
            return System.GetTimestamp() + (long)(advanced.TotalSeconds * System.TimestampFrequency);
        }
    }

    /// <summary>Moves the clock forward; timers that fall due fire now.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        CloudTimer[] running;
        lock (gate)
        {
            advanced += by;
            running = [.. timers];
        }

        foreach (var timer in running)
        {
            timer.Rearm();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new CloudTimer(this, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private void Remove(CloudTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    /// <summary>A machine timer that is set anew whenever the cloud's clock jumps.</summary>
    private sealed class CloudTimer : ITimer
    {
        private readonly CloudClock clock;
        private readonly ITimer inner;
        private readonly Lock gate = new();
        private DateTimeOffset? due;
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public CloudTimer(CloudClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            inner = System.CreateTimer(
                _ =>
                {
                    if (TakeDue())
                    {
                        callback(state);
                    }
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                this.period = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                return Arm();
            }
        }

        public void Rearm()
        {
            lock (gate)
            {
                Arm();
            }
        }

        public void Dispose()
        {
            clock.Remove(this);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.Remove(this);
            return inner.DisposeAsync();
        }

        private bool TakeDue()
        {
            lock (gate)
            {
                if (due is null)
                {
                    return false;
                }

                if (clock.GetUtcNow() < due)
                {
                    Arm();
                    return false;
                }

                due = period > TimeSpan.Zero ? due + period : null;
                Arm();
                return true;
            }
        }

        private bool Arm()
        {
            if (due is not { } at)
            {
                return inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            // One more millisecond than asked, since the machine's timers round down and would wake too early.
            var wait = at - clock.GetUtcNow();
            return inner.Change(wait > TimeSpan.Zero ? wait + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
