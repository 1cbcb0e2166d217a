using SesCompliance.Local;

[assembly: AssemblyFixture(typeof(SesCompliance.Tests.EndToEnd.CloudFixture))]

namespace SesCompliance.Tests.EndToEnd;

/// <summary>One embedded cloud for all end-to-end tests, with three stacks side by side: fail-open, fail-closed, and one that does not wait for feedback.</summary>
public class CloudFixture : IAsyncLifetime
{
    public Cloud Cloud { get; private set; } = null!;

    public StackClient Open { get; private set; } = null!;

    public StackClient Closed { get; private set; } = null!;

    public StackClient NoWait { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, CancellationToken.None);
        Open = await TestStack.DeployAsync(Cloud, "open", ("identityMode", "create"));
        Closed = await TestStack.DeployAsync(Cloud, "closed", ("onSuppressionFailure", "closed"));
        NoWait = await TestStack.DeployAsync(Cloud, "nowait", ("awaitFeedbackSeconds", "0"));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Open?.Dispose();
        Closed?.Dispose();
        NoWait?.Dispose();
        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }
    }

    /// <summary>Deploys one more stack, of which the caller disposes.</summary>
    public Task<StackClient> DeployAsync(string stack, params (string Key, string Value)[] config) => TestStack.DeployAsync(Cloud, stack, config);
}

/// <summary>A cloud for one class of tests alone, whose faults strike whoever calls next.</summary>
public sealed class FaultyCloudFixture : CloudFixture;
