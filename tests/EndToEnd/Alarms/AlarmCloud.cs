using System.Collections.Concurrent;
using SesCompliance.Local;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Sns;

namespace SesCompliance.Tests.EndToEnd.Alarms;

/// <summary>A cloud for one class of alarm tests, in which whoever is to be mailed has to confirm first, and mail reaches its mailbox at once.</summary>
public sealed class AlarmCloud : IAsyncLifetime
{
    private readonly List<AlarmStack> stacks = [];
    private AlarmStack? shared;

    public Cloud Cloud { get; private set; } = null!;

    /// <summary>What an operator would have heard; nothing may be among it.</summary>
    public ConcurrentQueue<string> Warnings { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(
            new CloudOptions
            {
                Warn = Warnings.Enqueue,
                Sns = new SnsOptions { ConfirmsEmail = false },
                Ses = new SesOptions { SendDelay = TimeSpan.Zero, DeliveryDelay = TimeSpan.Zero, FollowUpDelay = TimeSpan.Zero },
            },
            CancellationToken.None);
        Cloud.Ses.Settings = Cloud.Ses.Settings with { MaxSendRate = 1_000 };
    }

    public async ValueTask DisposeAsync()
    {
        stacks.ForEach(stack => stack.Dispose());
        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }
    }

    /// <summary>The stack of all cases that leave nothing behind but what time takes away.</summary>
    public async Task<AlarmStack> SharedAsync() => shared ??= await NewAsync();

    /// <summary>A stack of its own, for a case that cannot be undone: reputation is of all mail ever sent.</summary>
    public async Task<AlarmStack> NewAsync()
    {
        var stack = await AlarmStack.DeployAsync(Cloud, $"alarms{stacks.Count}");
        stacks.Add(stack);
        return stack;
    }
}
