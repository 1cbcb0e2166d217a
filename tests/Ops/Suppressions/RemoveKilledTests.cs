using System.Diagnostics;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Tests.Ops.Suppressions;

/// <summary>A removal that is killed after each of its calls in turn, the cloud having carried it out and the tool not knowing.</summary>
public sealed class RemoveKilledTests(OpsCloud cloud) : IClassFixture<OpsCloud>
{
    private static readonly DateTimeOffset Seen = TimeProvider.System.GetUtcNow().AddHours(-3);

    [Fact]
    public async Task A_removal_killed_after_any_call_is_finished_by_the_same_command_and_never_claimed_before()
    {
        var calls = await CallsOfAWholeRemovalAsync();
        Assert.True(calls >= 6, $"only {calls} calls");
        await Parallel.ForEachAsync(Enumerable.Range(1, calls), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (last, _) => await KilledAndFinishedAsync(last));
    }

    [Fact]
    public async Task Who_began_is_kept_when_somebody_else_finishes()
    {
        var email = await ListedAsync();
        // Query, SES's entry, the beginning.
        await KilledAfterAsync(3, email, "ada", "their outage");
        Assert.NotNull((await cloud.SuppressionAsync(email, SuppressionReason.Bounce)).Removing);
        var shown = await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "show", email);
        Assert.Contains("A removal was begun", shown.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, Arguments(email, "bob", "typo"))).ExitCode);

        await AssertRemovedAsync(email, 3, [(OperatorAct.RemovalBegun, "ada", "their outage"), (OperatorAct.Removed, "bob", "typo")]);
    }

    [Fact]
    public async Task A_bounce_that_comes_while_the_removal_runs_keeps_the_address_suppressed()
    {
        var email = await ListedAsync();
        // After SES's entry was deleted, before the row is marked.
        await using var tap = await WireTap.StartAsync(cloud.Endpoint, async call =>
        {
            if (call == 4)
            {
                await cloud.SeenAsync(email, SuppressionReason.Bounce, TimeProvider.System.GetUtcNow().AddSeconds(5));
            }

            return true;
        });

        var run = await OpsRun.TextAsync(tap.Endpoint, OpsCloud.Stack, [.. Arguments(email, "ada", "their outage"), "--json"]);

        Assert.Equal((1, "seen-again"), (run.ExitCode, (string)run.Json[0]!["result"]!));
        Assert.True((await cloud.SuppressionAsync(email, SuppressionReason.Bounce)).IsActive);
    }

    private async Task KilledAndFinishedAsync(int last)
    {
        var email = await ListedAsync();

        await KilledAfterAsync(last, email, "ada", "their outage");

        var between = await cloud.SuppressionAsync(email, SuppressionReason.Bounce);
        var isOnAccountList = cloud.Ses.Suppressions.Lookup(email) is not null;
        Assert.False(isOnAccountList && between.RemovedAt is not null, $"call {last}: the row says removed while SES drops the mail");
        Assert.True(isOnAccountList || (between.Removing ?? between.History[^1]).AccountEntry?.MessageId == "message-1", $"call {last}: SES's entry is gone without a record");

        var finished = await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, Arguments(email, "ada", "their outage"));

        Assert.True(finished.ExitCode == 0, $"call {last}: {finished.Output}{finished.Errors}");
        await AssertRemovedAsync(email, last, [(OperatorAct.Removed, "ada", "their outage")]);
    }

    private async Task<string> ListedAsync()
    {
        var email = OpsCloud.NewAddress();
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen);
        cloud.Ses.Suppressions.Put(email, "BOUNCE", "message-1", "feedback-1");
        return email;
    }

    private async Task<int> CallsOfAWholeRemovalAsync()
    {
        await using var tap = await WireTap.StartAsync(cloud.Endpoint, _ => Task.FromResult(true));
        var run = await OpsRun.TextAsync(tap.Endpoint, OpsCloud.Stack, Arguments(await ListedAsync(), "ada", "their outage"));
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return tap.Calls;
    }

    private async Task KilledAfterAsync(int last, string email, string by, string why)
    {
        var tool = new TaskCompletionSource<Process>();
        await using var tap = await WireTap.StartAsync(cloud.Endpoint, async call =>
        {
            if (call == last)
            {
                (await tool.Task).Kill();
            }

            return call < last;
        });
        var run = await OpsRun.EndAsync(OpsRun.Start(tap.Endpoint, OpsCloud.Stack, Arguments(email, by, why)), tool.SetResult);
        Assert.Equal(137, run.ExitCode);
        Assert.Equal(last, tap.Calls);
        Assert.DoesNotContain("✓", run.Output, StringComparison.Ordinal);
    }

    private async Task AssertRemovedAsync(string email, int last, (string, string, string)[] acts)
    {
        Assert.Null(cloud.Ses.Suppressions.Lookup(email));
        var row = await cloud.SuppressionAsync(email, SuppressionReason.Bounce);
        Assert.False(row.IsActive, $"call {last}");
        Assert.Null(row.Removing);
        Assert.Equal(acts, row.History.Select(act => (act.Kind, act.By!, act.Why!)));
        Assert.Equal("message-1", row.History[^1].AccountEntry?.MessageId);
    }

    private static string[] Arguments(string email, string by, string why) => ["suppressions", "remove", email, "--by", by, "--why", why];
}
