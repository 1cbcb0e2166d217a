using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Tests.Ops.Suppressions;

public sealed class ShowTests(OpsCloud cloud) : IClassFixture<OpsCloud>
{
    private readonly string email = OpsCloud.NewAddress();

    [Fact]
    public async Task An_unknown_address_gets_mail()
    {
        var shown = await ShowAsync();
        Assert.Contains("✓ Mail goes out: neither list has the address.", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_only_ses_lists_gets_none_and_it_says_why()
    {
        cloud.Ses.Suppressions.Put(email, "BOUNCE", "message-1", "feedback-1");

        var shown = (await ShowAsync("--json")).Json;

        Assert.False((bool)shown["wouldGoOut"]!);
        Assert.Contains("SES would drop it", (string)shown["why"]!, StringComparison.Ordinal);
        Assert.Equal("message-1", (string)shown["accountEntry"]!["messageId"]!);
    }

    [Fact]
    public async Task Added_removed_and_added_again_is_all_shown_and_adding_twice_changes_nothing()
    {
        await RunAsync("add", "--why", "first letter", "--by", "ada");
        await RunAsync("remove", "--why", "second letter", "--by", "bob");
        await RunAsync("add", "--why", "third letter", "--by", "eve");
        var twice = await RunAsync("add", "--why", "fourth letter", "--by", "mallory", "--json");
        Assert.False((bool)twice.Json["added"]!);

        var shown = await ShowAsync();

        Assert.Contains("✗ No mail goes out: the stack's list has it for reason MANUAL.", shown.Output, StringComparison.Ordinal);
        Assert.Contains("ADDED by ada: first letter", shown.Output, StringComparison.Ordinal);
        Assert.Contains("REMOVED by bob: second letter", shown.Output, StringComparison.Ordinal);
        Assert.Contains("ADDED by eve: third letter", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mallory", shown.Output, StringComparison.Ordinal);
        Assert.True((await cloud.SuppressionAsync(email, SuppressionReason.Manual)).IsActive);
    }

    private Task<OpsRun> ShowAsync(params string[] arguments) => RunAsync("show", arguments);

    private async Task<OpsRun> RunAsync(string command, params string[] arguments)
    {
        var run = await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, ["suppressions", command, email, .. arguments]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run;
    }
}
