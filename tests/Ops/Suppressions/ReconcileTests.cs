using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Tests.Ops.Suppressions;

public sealed class ReconcileTests(OpsCloud cloud) : IClassFixture<OpsCloud>
{
    private static readonly DateTimeOffset Earlier = TimeProvider.System.GetUtcNow().AddHours(-10);

    [Fact]
    public async Task Both_lists_are_compared_and_what_only_ses_has_is_copied()
    {
        Assert.Equal((0, "Both lists agree.\n"), await OutcomeAsync());
        await cloud.SeenAsync("both@example.com", SuppressionReason.Bounce, Earlier);
        cloud.Ses.Suppressions.Put("Both@example.com", "BOUNCE");
        await cloud.SeenAsync("here@example.com", SuppressionReason.Bounce, Earlier);
        await cloud.SeenAsync("angry@example.com", SuppressionReason.Bounce, Earlier);
        cloud.Ses.Suppressions.Put("angry@example.com", "COMPLAINT");
        cloud.Ses.Suppressions.Put("missed@example.com", "BOUNCE", "message-1", "feedback-1");
        await ToolRun.OfAsync(cloud.Endpoint, "suppressions", "add", "letter@example.com", "--why", "by letter");
        for (var i = 0; i < 1_001; i++)
        {
            // More than a page.
            cloud.Ses.Suppressions.Put($"many{i:D4}@example.net", "BOUNCE");
        }

        var found = await ToolRun.OfAsync(cloud.Endpoint, "suppressions", "reconcile", "--json");

        Assert.Equal(1, found.ExitCode);
        var kinds = found.Json.AsArray().ToDictionary(each => (string)each!["email"]!, each => (string)each!["kind"]!);
        Assert.Equal(1_001, kinds.Count(pair => pair.Key.StartsWith("many", StringComparison.Ordinal) && pair.Value == "only-in-ses"));
        Assert.Equal(
            [("angry@example.com", "reason-differs"), ("here@example.com", "only-here"), ("missed@example.com", "only-in-ses")],
            kinds.Where(pair => !pair.Key.StartsWith("many", StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        foreach (var entry in cloud.Ses.Suppressions.All.Where(entry => entry.EmailAddress.StartsWith("many", StringComparison.Ordinal)).ToList())
        {
            cloud.Ses.Suppressions.Delete(entry.EmailAddress);
        }

        var dry = await ToolRun.OfAsync(cloud.Endpoint, "suppressions", "reconcile", "--fix");
        Assert.Contains("Would copy 2 entries", dry.Errors, StringComparison.Ordinal);
        Assert.Empty(await cloud.RowAsync("missed@example.com", SuppressionReason.Bounce));

        Assert.Equal(1, (await ToolRun.OfAsync(cloud.Endpoint, "suppressions", "reconcile", "--fix", "--yes")).ExitCode);

        var copied = await cloud.SuppressionAsync("missed@example.com", SuppressionReason.Bounce);
        Assert.Equal((true, "SES", "feedback-1", "message-1", 1L), (copied.IsActive, copied.Source, copied.FeedbackId, copied.MessageId, copied.Count));
        Assert.True((await cloud.SuppressionAsync("angry@example.com", SuppressionReason.Complaint)).IsActive);
        var (code, left) = await OutcomeAsync();
        Assert.Equal((1, "only here            here@example.com (BOUNCE)\n"), (code, left));
    }

    private async Task<(int, string)> OutcomeAsync()
    {
        var run = await ToolRun.OfAsync(cloud.Endpoint, "suppressions", "reconcile");
        return (run.ExitCode, run.Output);
    }
}
