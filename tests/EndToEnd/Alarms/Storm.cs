namespace SesCompliance.Tests.EndToEnd.Alarms;

/// <summary>What brings an alarm up to its threshold, over it, and back.</summary>
internal sealed record Storm
{
    /// <summary>As near to the threshold as can be without setting the alarm off.</summary>
    public required Func<AlarmStack, Task> Below { get; init; }

    /// <summary>The least more that sets it off.</summary>
    public required Func<AlarmStack, Task> Above { get; init; }

    public required Func<AlarmStack, Task> Over { get; init; }

    /// <summary>Plays it through: no alarm, one alarm, its end, and the operator's mail of both.</summary>
    public async Task PlayAsync(AlarmStack stack, string alarm)
    {
        // Longer than any other storm's traces are seen.
        await stack.PassAsync(TimeSpan.FromMinutes(76));
        await stack.JudgedAsync(alarm);
        var told = stack.Told(alarm).Count;

        await Below(stack);
        Assert.Equal("OK", await stack.JudgedAsync(alarm));
        Assert.DoesNotContain("ALARM", stack.Told(alarm).Skip(told));
        told = stack.Told(alarm).Count;

        await Above(stack);
        Assert.Equal("ALARM", await stack.JudgedAsync(alarm));
        await Over(stack);
        Assert.Equal("OK", await stack.JudgedAsync(alarm));
        Assert.Equal(["ALARM", "OK"], stack.Told(alarm).Skip(told));
    }
}
