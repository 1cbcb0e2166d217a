using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.Lambdas.SuppressionList;

public sealed class SuppressionTableTests(FlowCloud cloud) : IClassFixture<FlowCloud>
{
    private const string Later = "2026-11-24T12:00:00.000Z";
    private const string Earlier = "2026-11-24T11:00:00.000Z";

    private readonly SuppressionTable table = cloud.SuppressionTable();
    private readonly string email = $"u{Guid.NewGuid():N}@example.com";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_without_rows_is_clear() => Assert.Null(await FindAsync());

    [Theory]
    [InlineData("MANUAL")]
    [InlineData("BOUNCE")]
    [InlineData("COMPLAINT")]
    public async Task Any_reason_suppresses(string reason)
    {
        await cloud.PutSuppressionAsync(email, reason);
        Assert.Equal(reason, (await FindAsync())!.Reason.ToKey());
    }

    [Fact]
    public async Task The_heaviest_active_reason_is_told()
    {
        await cloud.PutSuppressionAsync(email, "MANUAL");
        await cloud.PutSuppressionAsync(email, "BOUNCE", ("lastSeen", Later));
        Assert.Equal(SuppressionReason.Bounce, (await FindAsync())!.Reason);
        await cloud.PutSuppressionAsync(email, "COMPLAINT", ("lastSeen", Earlier), ("removedAt", Later));
        Assert.Equal(SuppressionReason.Bounce, (await FindAsync())!.Reason);
        await cloud.PutSuppressionAsync(email, "COMPLAINT", ("lastSeen", Later), ("removedAt", Earlier));
        Assert.Equal(SuppressionReason.Complaint, (await FindAsync())!.Reason);
    }

    [Fact]
    public async Task A_removed_row_does_not_suppress()
    {
        await cloud.PutSuppressionAsync(email, "BOUNCE", ("lastSeen", Earlier), ("removedAt", Later));
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_sighting_is_written_down_whole()
    {
        await table.RecordAsync(Sighting("f1", Later), Cancellation);
        var row = await cloud.SuppressionRowAsync(email, "BOUNCE");
        Assert.Equal((Later, Later, "1", "f1"), (row["firstSeen"].S, row["lastSeen"].S, row["count"].N, row["feedbackId"].S));
        Assert.Equal(("Permanent", "General", "550 5.1.1", "message-1", "SES"),
            (row["bounceType"].S, row["bounceSubType"].S, row["diagnostic"].S, row["messageId"].S, row["source"].S));
        Assert.Equal(["f1"], row["feedbackIds"].SS);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task A_replay_writes_nothing()
    {
        await table.RecordAsync(Sighting("f1", Later), Cancellation);
        var version = (await cloud.SuppressionRowAsync(email, "BOUNCE"))["version"].N;
        await table.RecordAsync(Sighting("f1", Later), Cancellation);
        Assert.Equal(version, (await cloud.SuppressionRowAsync(email, "BOUNCE"))["version"].N);
    }

    [Fact]
    public async Task Sightings_that_come_together_are_all_counted_once()
    {
        var sightings = Enumerable.Range(0, 8).Select(i => Sighting($"f{i % 4}", Later)).ToList();
        await Task.WhenAll(sightings.Select(sighting => table.RecordAsync(sighting, Cancellation)));
        Assert.Equal("4", (await cloud.SuppressionRowAsync(email, "BOUNCE"))["count"].N);
    }

    [Fact]
    public async Task A_sighting_leaves_the_record_of_a_removal_alone()
    {
        await cloud.PutSuppressionAsync(
            email, "BOUNCE", ("lastSeen", Earlier), ("removedAt", Later), ("removedBy", "ada"), ("removedWhy", "provider outage"), ("note", "x"));
        await table.RecordAsync(Sighting("f1", Earlier), Cancellation);
        var row = await cloud.SuppressionRowAsync(email, "BOUNCE");
        Assert.Equal(("ada", "provider outage", "x", Later), (row["removedBy"].S, row["removedWhy"].S, row["note"].S, row["removedAt"].S));
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task An_uncounted_sighting_makes_a_row_without_a_set()
    {
        await table.RecordAsync(Sighting("f1", Later) with { Counts = false }, Cancellation);
        var row = await cloud.SuppressionRowAsync(email, "BOUNCE");
        Assert.Equal("0", row["count"].N);
        Assert.DoesNotContain("feedbackIds", row.Keys);
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task A_table_that_fails_makes_the_list_unavailable()
    {
        using (cloud.Faults.Fail(FlowCloud.Suppressions, DynamoDbFault.ServerError))
        {
            await Assert.ThrowsAsync<SuppressionListUnavailable>(FindAsync);
            await Assert.ThrowsAsync<SuppressionListUnavailable>(() => table.RecordAsync(Sighting("f1", Later), Cancellation));
        }
    }

    private Task<Suppression?> FindAsync() => table.FindActiveAsync(EmailAddress.Parse(email), Cancellation);

    private Sighting Sighting(string feedbackId, string at) => new(
        email, SuppressionReason.Bounce, DateTimeOffset.Parse(at, null), feedbackId, true, "Permanent", "General", "message-1", "550 5.1.1");
}
