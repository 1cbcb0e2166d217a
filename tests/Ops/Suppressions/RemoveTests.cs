using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Tests.Ops.Suppressions;

public sealed class RemoveTests(OpsCloud cloud) : IClassFixture<OpsCloud>
{
    private static readonly DateTimeOffset Seen = Timestamp.ToMilliseconds(TimeProvider.System.GetUtcNow().AddHours(-3));
    private readonly string email = OpsCloud.NewAddress();

    [Fact]
    public async Task A_removed_address_is_off_both_lists_and_its_row_says_who_and_why()
    {
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen);
        cloud.Ses.Suppressions.Put(email, "BOUNCE", "message-1", "feedback-1");

        var run = await RemoveAsync($"Ada <{email.ToUpperInvariant()}>", "--why", "their outage", "--by", "ada", "--json");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(("removed", email), ((string)run.Json[0]!["result"]!, (string)run.Json[0]!["email"]!));
        Assert.Null(cloud.Ses.Suppressions.Lookup(email));
        Assert.Null(await FindActiveAsync());
        var row = await cloud.RowAsync(email, SuppressionReason.Bounce);
        Assert.Equal(("ada", "their outage"), (row["removedBy"].S, row["removedWhy"].S));
        Assert.False(row.ContainsKey("removing"));
        var act = Assert.Single((await cloud.SuppressionAsync(email, SuppressionReason.Bounce)).History);
        Assert.Equal((OperatorAct.Removed, "BOUNCE", "message-1", "feedback-1"), (act.Kind, act.AccountEntry!.Reason, act.AccountEntry.MessageId, act.AccountEntry.FeedbackId));
    }

    [Fact]
    public async Task An_event_from_before_the_removal_changes_nothing_and_a_later_one_suppresses_again_with_the_history_kept()
    {
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen);
        Assert.Equal(0, (await RemoveAsync(email, "--why", "first", "--by", "ada")).ExitCode);

        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen.AddMinutes(1));
        Assert.Null(await FindActiveAsync());

        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen.AddHours(4));
        Assert.NotNull(await FindActiveAsync());
        // The event's time lies ahead of this machine's clock: the removal must hold against it nonetheless.
        Assert.Equal(0, (await RemoveAsync(email, "--why", "second", "--by", "bob")).ExitCode);
        Assert.Null(await FindActiveAsync());
        Assert.Equal([("ada", "first"), ("bob", "second")], (await cloud.SuppressionAsync(email, SuppressionReason.Bounce)).History.Select(act => (act.By!, act.Why!)));
    }

    [Fact]
    public async Task A_complainer_is_left_alone_whole_unless_they_asked_for_it()
    {
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen);
        await cloud.SeenAsync(email, SuppressionReason.Complaint, Seen);

        var refused = await RemoveAsync(email, "--why", "typo", "--json");

        Assert.Equal((1, "refused"), (refused.ExitCode, (string)refused.Json[0]!["result"]!));
        Assert.True((await cloud.SuppressionAsync(email, SuppressionReason.Bounce)).IsActive);
        Assert.Equal(0, (await RemoveAsync(email, "--why", "asked for mail again", "--even-complaints")).ExitCode);
        Assert.Null(await FindActiveAsync());
    }

    [Fact]
    public async Task A_complaint_that_only_ses_knows_of_counts_too()
    {
        cloud.Ses.Suppressions.Put(email, "COMPLAINT");

        Assert.Equal(1, (await RemoveAsync(email, "--why", "typo")).ExitCode);

        Assert.NotNull(cloud.Ses.Suppressions.Lookup(email));
    }

    [Fact]
    public async Task An_address_that_only_ses_lists_gets_a_row_for_the_record()
    {
        cloud.Ses.Suppressions.Put(email, "BOUNCE");

        Assert.Equal(0, (await RemoveAsync(email, "--why", "typo", "--by", "ada")).ExitCode);

        Assert.Null(cloud.Ses.Suppressions.Lookup(email));
        var row = await cloud.SuppressionAsync(email, SuppressionReason.Bounce);
        Assert.Equal((false, "ada", "SES"), (row.IsActive, row.RemovedBy, row.Source));
    }

    [Fact]
    public async Task What_else_holds_the_address_is_told()
    {
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen);
        await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "add", email, "--why", "by letter");

        var run = await RemoveAsync(email, "--reason", "bounce", "--why", "typo", "--json");

        Assert.Equal((1, "still-suppressed", "MANUAL"), (run.ExitCode, (string)run.Json[0]!["result"]!, (string)run.Json[0]!["stillSuppressedBy"]![0]!));
    }

    [Fact]
    public async Task Removing_twice_and_removing_what_was_never_there_are_fine()
    {
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Seen);
        await RemoveAsync(email, "--why", "typo", "--by", "ada");

        var again = await RemoveAsync(email, OpsCloud.NewAddress(), "--why", "typo", "--by", "bob", "--json");

        Assert.Equal((0, "already-removed", "not-listed"), (again.ExitCode, (string)again.Json[0]!["result"]!, (string)again.Json[1]!["result"]!));
        Assert.Equal("ada", (await cloud.SuppressionAsync(email, SuppressionReason.Bounce)).RemovedBy);
    }

    [Theory]
    [InlineData("--why is missing")]
    [InlineData("address is missing", "--why", "x")]
    [InlineData("do not go together", "a@example.com", "--domain", "example.com", "--why", "x")]
    [InlineData("--between TO is 'soon'", "--between", "7d", "soon", "--why", "x")]
    [InlineData("must be BOUNCE, COMPLAINT or MANUAL", "a@example.com", "--reason", "SPAM", "--why", "x")]
    [InlineData("needs --even-complaints", "a@example.com", "--reason", "COMPLAINT", "--why", "x")]
    public async Task A_mistake_is_one_line_and_exit_code_2(string rule, params string[] arguments)
    {
        var run = await OpsRun.TextAsync("http://127.0.0.1:1", OpsCloud.Stack, ["suppressions", "remove", .. arguments.Length == 0 ? [email] : arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(rule, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
    }

    private Task<OpsRun> RemoveAsync(params string[] arguments) => OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, ["suppressions", "remove", .. arguments]);

    private Task<Suppression?> FindActiveAsync() => cloud.Functions.FindActiveAsync(EmailAddress.Parse(email), TestContext.Current.CancellationToken);
}
