using System.Collections.Immutable;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>The account's alarms. They are judged at the end of every minute of the cloud's clock; when the clock jumps, at every minute that it passed.</summary>
public sealed class AlarmStore : IAsyncDisposable
{
    /// <summary>The minutes that are judged one by one after a jump; before them every hour is.</summary>
    private static readonly TimeSpan JudgedByMinute = TimeSpan.FromDays(1);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly MetricStore metrics;
    private readonly ITopics topics;
    private readonly Action<string>? warn;
    private readonly Action<DateTimeOffset>? measure;
    private readonly ITimer timer;
    private readonly BackgroundWork background = new();
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<string, (Alarm Alarm, AlarmRule Rule)> alarms = ImmutableSortedDictionary.Create<string, (Alarm, AlarmRule)>(StringComparer.Ordinal);
    private Task published = Task.CompletedTask;
    private DateTimeOffset measuredUpTo;
    private bool disposed;

    /// <param name="warn">Hears of actions that failed.</param>
    /// <param name="measure">Puts the values that are measured once a minute, for the minute that it is given; after a jump for the last one only.</param>
    public AlarmStore(MetricStore metrics, ITopics topics, Action<string>? warn = null, Action<DateTimeOffset>? measure = null)
    {
        this.metrics = metrics;
        this.topics = topics;
        this.warn = warn;
        this.measure = measure;
        measuredUpTo = MetricStore.CutTo(metrics.Time.GetUtcNow(), Minute);
        timer = metrics.Time.CreateTimer(_ => OnTime(), null, UntilNextMinute(), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Every alarm by name, as judged up to now.</summary>
    public IReadOnlyList<Alarm> All
    {
        get
        {
            Evaluate();
            return [.. alarms.Values.Select(entry => entry.Alarm)];
        }
    }

    /// <summary>Creates an alarm, or changes one; a changed one keeps its state until it is judged next.</summary>
    /// <exception cref="FormatException">Names the property and the rule that it breaks.</exception>
    public Alarm Put(AlarmDefinition definition)
    {
        var rule = new AlarmRule(definition.Checked());
        lock (gate)
        {
            var now = metrics.Time.GetUtcNow();
            var alarm = alarms.TryGetValue(definition.Name, out var existing)
                ? existing.Alarm with { Definition = definition, ConfiguredAt = now }
                : new Alarm(definition, now, new AlarmState(AlarmState.InsufficientData, "Unchecked: Initial alarm creation", now), MetricStore.CutTo(now, Minute));
            alarms = alarms.SetItem(alarm.Name, (alarm, rule));
            return alarm;
        }
    }

    /// <returns>False where there is none.</returns>
    public bool Delete(string name)
    {
        lock (gate)
        {
            var there = alarms.ContainsKey(name);
            alarms = alarms.Remove(name);
            return there;
        }
    }

    /// <summary>Sets a state for a rehearsal, with its actions; the next minute's judgement holds again.</summary>
    /// <exception cref="AwsException"><c>ResourceNotFound</c>.</exception>
    public void SetState(string name, string value, string reason, string? reasonData = null)
    {
        Evaluate();
        lock (gate)
        {
            if (!alarms.TryGetValue(name, out var entry))
            {
                throw new AwsException("ResourceNotFound", $"Unknown alarm: {name}", 404);
            }

            var changed = Become(entry.Alarm, new AlarmState(value, reason, metrics.Time.GetUtcNow(), reasonData));
            alarms = alarms.SetItem(name, (changed, entry.Rule));
        }
    }

    /// <summary>Judges every minute that has passed since the last time.</summary>
    public void Evaluate()
    {
        lock (gate)
        {
            var until = MetricStore.CutTo(metrics.Time.GetUtcNow(), Minute);
            if (until > measuredUpTo)
            {
                measuredUpTo = until;
                Measure(until - Minute);
            }

            foreach (var (name, entry) in alarms)
            {
                var alarm = entry.Alarm;
                while (alarm.EvaluatedUpTo < until)
                {
                    var end = alarm.EvaluatedUpTo + (until - alarm.EvaluatedUpTo > JudgedByMinute + TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : Minute);
                    if (entry.Rule.Judge(metrics, end) is { } judged && judged.Value != alarm.State.Value)
                    {
                        alarm = Become(alarm, new AlarmState(judged.Value, judged.Reason, end));
                    }

                    alarm = alarm with { EvaluatedUpTo = end };
                }

                alarms = alarms.SetItem(name, (alarm, entry.Rule));
            }
        }
    }

    /// <summary>Ends when every action of a state that was reached is published.</summary>
    public Task IdleAsync(CancellationToken cancellationToken = default) => background.IdleAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            disposed = true;
        }

        await timer.DisposeAsync();
        await background.DisposeAsync();
    }

    private void Measure(DateTimeOffset minute)
    {
        try
        {
            measure?.Invoke(minute);
        }
        catch (AwsException full)
        {
            warn?.Invoke($"What is measured each minute was not kept: {full.Message}");
        }
    }

    private Alarm Become(Alarm alarm, AlarmState state)
    {
        var changed = alarm with { State = state };
        if (state.Value != alarm.State.Value && alarm.Definition.ActionsEnabled && !disposed)
        {
            Publish(changed, alarm.State.Value);
        }

        return changed;
    }

    /// <summary>Runs the actions of a state, after those of states before it.</summary>
    private void Publish(Alarm alarm, string oldState)
    {
        var actions = alarm.State.Value switch
        {
            AlarmState.Ok => alarm.Definition.OkActions,
            AlarmState.InAlarm => alarm.Definition.AlarmActions,
            _ => alarm.Definition.InsufficientDataActions,
        };
        var before = published;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        published = done.Task;
        background.Start(async stop =>
        {
            await before;
            try
            {
                foreach (var topic in actions)
                {
                    await PublishAsync(alarm, oldState, topic, stop);
                }
            }
            finally
            {
                done.SetResult();
            }
        });
    }

    private async Task PublishAsync(Alarm alarm, string oldState, string topic, CancellationToken stop)
    {
        try
        {
            await topics.PublishAsync(topic, AlarmMessage.Text(alarm, oldState), AlarmMessage.Subject(alarm), new ServicePrincipal("cloudwatch.amazonaws.com", alarm.Arn), stop);
        }
        catch (AwsException refused)
        {
            warn?.Invoke($"Alarm {alarm.Name} could not tell {topic} that it is {alarm.State.Value}: {refused.Message}");
        }
    }

    private void OnTime()
    {
        Evaluate();
        lock (gate)
        {
            if (!disposed)
            {
                timer.Change(UntilNextMinute(), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan UntilNextMinute()
    {
        var now = metrics.Time.GetUtcNow();
        return MetricStore.CutTo(now, Minute) + Minute - now;
    }
}
