using Microsoft.Extensions.Logging;
using SesCompliance.Samples;

namespace SesCompliance.Tests.Docs.Commands;

#pragma warning disable CA1051, CS8618, CS0649, IDE1006 // The guide calls a bot's fields by these names.

/// <summary>
/// What stands around the guide's C# in a bot: the members of Discord.Net that it uses, with that library's signatures (InteractionModuleBase and
/// SlashCommandAttribute, https://docs.discordnet.dev/api/Discord.Interactions.html), and the bot's own store and limits. Code is compiled against it and never run.
/// </summary>
public abstract class BotModule
{
    protected Verification verification;
    protected ILogger logger;
    protected IBotStore store;
    protected IBotLimits limits;

    protected BotContext Context { get; }

    protected virtual Task DeferAsync(bool ephemeral = false) => Task.CompletedTask;

    protected virtual Task<object> FollowupAsync(string? text = null, bool isTTS = false, bool ephemeral = false) => Task.FromResult(new object());
}

public sealed record BotContext(BotEntity User, BotEntity Interaction);

public sealed record BotEntity(ulong Id);

public sealed record BotRequest(string Id, string Address, string Code, DateTimeOffset ExpiresAt);

public interface IBotStore
{
    BotRequest Keep(string id, ulong user, string address, string code, TimeSpan lifetime);
}

public interface IBotLimits
{
    bool Allow(ulong user, string address);
}

public enum RunMode
{
    Sync,
    Async,
    Default,
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class SlashCommandAttribute(string name, string description, bool ignoreGroupNames = false, RunMode runMode = RunMode.Default) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public bool IgnoreGroupNames { get; } = ignoreGroupNames;

    public RunMode RunMode { get; } = runMode;
}
