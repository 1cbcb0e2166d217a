using SesCompliance.Local;
using SesCompliance.Local.Iam;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Samples;

/// <summary>A cloud for the samples alone, since SES's faults strike whoever calls next; and for each stack a bot that has the stack's policy and no other.</summary>
public sealed class SampleCloud : IAsyncLifetime
{
    public Cloud Cloud { get; private set; } = null!;

    internal BotAccount Open { get; private set; } = null!;

    internal BotAccount Closed { get; private set; } = null!;

    internal BotAccount NoWait { get; private set; } = null!;

    /// <summary>A stack for tests that give the state machine another definition.</summary>
    internal BotAccount Redefined { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, CancellationToken.None);
        Open = await DeployAsync("open");
        Closed = await DeployAsync("closed", ("onSuppressionFailure", "closed"));
        NoWait = await DeployAsync("nowait", ("awaitFeedbackSeconds", "0"));
        Redefined = await DeployAsync("redefined");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var account in new[] { Open, Closed, NoWait, Redefined })
        {
            account?.Stack.Dispose();
        }

        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }
    }

    private async Task<BotAccount> DeployAsync(string stack, params (string Key, string Value)[] config)
    {
        var client = await TestStack.DeployAsync(Cloud, stack, config);
        var user = Cloud.Iam.CreateUser($"bot-{stack}");
        Cloud.Iam.AttachUserPolicy(user.Name, client.Stack.Outputs["botPolicyArn"]);
        return new BotAccount(client, Cloud.Credentials.CreateAccessKey(user), Cloud.Endpoint);
    }
}

/// <summary>What a bot is given: a stack, a key and where AWS is.</summary>
internal sealed record BotAccount(StackClient Stack, AccessKey Key, string Endpoint)
{
    public string StateMachineArn { get; init; } = Stack.StateMachineArn;
}

/// <summary>The samples run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SampleCollection : ICollectionFixture<SampleCloud>
{
    public const string Name = "samples";
}
