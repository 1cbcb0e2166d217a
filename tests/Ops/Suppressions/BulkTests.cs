using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Tests.Ops.Suppressions;

/// <summary>remove and purge of many rows, and purge of single addresses.</summary>
public sealed class BulkTests(OpsCloud cloud) : IClassFixture<OpsCloud>
{
    private static readonly DateTimeOffset Outage = TimeProvider.System.GetUtcNow().AddHours(-10);

    [Fact]
    public async Task A_bulk_removal_says_first_and_then_takes_only_what_bounced_within_the_outage()
    {
        var domain = $"d{Guid.NewGuid():N}.example";
        await cloud.SeenAsync($"victim@{domain}", SuppressionReason.Bounce, Outage);
        await cloud.SeenAsync($"dead@{domain}", SuppressionReason.Bounce, Outage.AddDays(-30));
        await cloud.SeenAsync($"dead@{domain}", SuppressionReason.Bounce, Outage);
        await cloud.SeenAsync($"other@{domain}", SuppressionReason.Bounce, Outage, bounceType: "Undetermined");
        await cloud.SeenAsync($"angry@{domain}", SuppressionReason.Complaint, Outage);
        cloud.Ses.Suppressions.Put($"victim@{domain}", "BOUNCE");
        string[] arguments = ["suppressions", "remove", "--domain", domain, "--between", "11h", "9h", "--bounce-type", "permanent", "--why", "outage", "--by", "ada", "--json"];

        var dry = await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, arguments);

        Assert.Equal([$"victim@{domain}"], dry.Json.AsArray().Select(row => (string)row!["email"]!));
        Assert.Contains("Would remove 1 row; nothing is changed", dry.Errors, StringComparison.Ordinal);
        Assert.True((await cloud.SuppressionAsync($"victim@{domain}", SuppressionReason.Bounce)).IsActive);

        var done = await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, [.. arguments, "--yes"]);

        Assert.Equal((0, 1), (done.ExitCode, done.Json.AsArray().Count));
        Assert.False((await cloud.SuppressionAsync($"victim@{domain}", SuppressionReason.Bounce)).IsActive);
        Assert.Null(cloud.Ses.Suppressions.Lookup($"victim@{domain}"));
        Assert.True((await cloud.SuppressionAsync($"dead@{domain}", SuppressionReason.Bounce)).IsActive);
        Assert.Empty((await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, [.. arguments, "--yes"])).Json.AsArray());
    }

    [Fact]
    public async Task A_purge_erases_rows_and_ses_s_entry_but_no_complaint_unless_told()
    {
        var email = OpsCloud.NewAddress();
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Outage);
        await cloud.SeenAsync(email, SuppressionReason.Complaint, Outage);
        cloud.Ses.Suppressions.Put(email, "COMPLAINT");

        Assert.Equal(2, (await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "purge", email)).ExitCode);
        Assert.Equal(1, (await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "purge", email, "--yes")).ExitCode);
        Assert.NotEmpty(await cloud.RowAsync(email, SuppressionReason.Complaint));

        var purged = await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "purge", email, "--yes", "--even-active");

        Assert.Equal((0, $"✓ {email}: 2 rows erased; it was suppressed, and mail goes out again\n"), (purged.ExitCode, purged.Output));
        Assert.Empty(await cloud.RowAsync(email, SuppressionReason.Bounce));
        Assert.Empty(await cloud.RowAsync(email, SuppressionReason.Complaint));
        Assert.Null(cloud.Ses.Suppressions.Lookup(email));
    }

    [Fact]
    public async Task A_bulk_purge_of_removed_rows_leaves_what_is_in_force()
    {
        var domain = $"d{Guid.NewGuid():N}.example";
        await cloud.SeenAsync($"gone@{domain}", SuppressionReason.Bounce, Outage);
        await cloud.SeenAsync($"held@{domain}", SuppressionReason.Bounce, Outage);
        await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "remove", $"gone@{domain}", "--why", "typo");

        var purged = await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "purge", "--domain", domain, "--removed", "--yes", "--json");

        Assert.Equal($"gone@{domain}", (string)Assert.Single(purged.Json.AsArray())!["email"]!);
        Assert.Empty(await cloud.RowAsync($"gone@{domain}", SuppressionReason.Bounce));
        Assert.NotEmpty(await cloud.RowAsync($"held@{domain}", SuppressionReason.Bounce));
    }
}
