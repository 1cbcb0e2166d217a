using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.Lambdas.Ledger;

public sealed class SendLedgerTests(FlowCloud cloud) : IClassFixture<FlowCloud>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly SendLedger ledger = cloud.Ledger(new FakeTimeProvider(Noon));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_claim_is_granted_and_written_down()
    {
        var request = FlowRequests.Request();
        Assert.IsType<ClaimAnswer.Granted>(await ledger.ClaimAsync(request, "mine", Cancellation));

        var row = await cloud.LedgerRowAsync(request.SendId);
        Assert.Equal(("CLAIMED", "mine", "user@example.com", request.Hash), (row["status"].S, row["claim"].S, row["to"].S, row["requestHash"].S));
        Assert.Equal("2026-11-24T12:00:00.000Z", row["claimedAt"].S);
        Assert.Equal(Noon.AddDays(30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), row["ttl"].N);
    }

    [Fact]
    public async Task Of_eight_claims_at_once_one_is_granted()
    {
        var request = FlowRequests.Request();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ledger.ClaimAsync(request, $"claim-{i}", Cancellation)));
        Assert.Single(answers, answer => answer is ClaimAnswer.Granted);
        Assert.Equal(7, answers.Count(answer => answer is ClaimAnswer.InDoubt));
    }

    [Fact]
    public async Task A_claim_whose_answer_was_lost_and_that_the_sdk_repeats_is_granted()
    {
        var request = FlowRequests.Request();
        using (cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.LostAnswer, times: 1, "UpdateItem"))
        {
            Assert.IsType<ClaimAnswer.Granted>(await ledger.ClaimAsync(request, "mine", Cancellation));
        }
    }

    [Fact]
    public async Task A_released_id_can_be_claimed_again_by_the_same_request_only()
    {
        var request = FlowRequests.Request();
        await ledger.ClaimAsync(request, "first", Cancellation);
        await ledger.ReleaseAsync(request.SendId, "first", "MessageRejected: no", Cancellation);
        Assert.Equal("MessageRejected: no", (await cloud.LedgerRowAsync(request.SendId))["refusal"].S);

        Assert.IsType<ClaimAnswer.OtherRequest>(await ledger.ClaimAsync(request with { Hash = "other" }, "second", Cancellation));
        Assert.IsType<ClaimAnswer.Granted>(await ledger.ClaimAsync(request, "second", Cancellation));
        Assert.DoesNotContain("refusal", (await cloud.LedgerRowAsync(request.SendId)).Keys);
    }

    [Fact]
    public async Task A_sent_id_answers_with_its_message_and_to_another_request_with_a_refusal()
    {
        var request = FlowRequests.Request();
        await ledger.ClaimAsync(request, "first", Cancellation);
        await ledger.MarkSentAsync(request.SendId, "first", "message-1", Cancellation);
        Assert.Equal(new ClaimAnswer.AlreadySent("message-1"), await ledger.ClaimAsync(request, "second", Cancellation));
        Assert.IsType<ClaimAnswer.OtherRequest>(await ledger.ClaimAsync(request with { Hash = "other" }, "third", Cancellation));
    }

    [Fact]
    public async Task Nobody_gives_back_what_another_attempt_holds()
    {
        var request = FlowRequests.Request();
        await ledger.ClaimAsync(request, "first", Cancellation);
        await Assert.ThrowsAsync<LedgerUnavailable>(() => ledger.ReleaseAsync(request.SendId, "second", null, Cancellation));
        await ledger.MarkSentAsync(request.SendId, "first", "message-1", Cancellation);
        await Assert.ThrowsAsync<LedgerUnavailable>(() => ledger.ReleaseAsync(request.SendId, "first", null, Cancellation));
    }

    [Fact]
    public async Task A_release_whose_answer_was_lost_is_repeated_without_harm()
    {
        var request = FlowRequests.Request();
        await ledger.ClaimAsync(request, "first", Cancellation);
        using (cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.LostAnswer, times: 1, "UpdateItem"))
        {
            await ledger.ReleaseAsync(request.SendId, "first", null, Cancellation);
        }

        Assert.Equal("RELEASED", (await cloud.LedgerRowAsync(request.SendId))["status"].S);
    }

    [Fact]
    public async Task A_table_that_fails_makes_the_ledger_unavailable()
    {
        using (cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.ServerError))
        {
            var error = await Assert.ThrowsAsync<LedgerUnavailable>(() => ledger.ClaimAsync(FlowRequests.Request(), "mine", Cancellation));
            Assert.Contains("could not claim the send id: InternalServerErrorException", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task News_about_a_send_without_a_row_make_none()
    {
        var sendId = FlowRequests.NewId();
        Assert.Null(await ledger.RecordAsync(sendId, new MailNews("message-1", Noon, null), Cancellation));
        Assert.Null(await ledger.StoreTaskTokenAsync(sendId, "token", Cancellation));
        Assert.Empty(await cloud.LedgerRowAsync(sendId));
    }

    [Fact]
    public async Task News_fill_in_what_the_sender_could_not_store()
    {
        var request = FlowRequests.Request();
        await ledger.ClaimAsync(request, "first", Cancellation);
        await ledger.RecordAsync(request.SendId, new MailNews("message-1", Noon.AddSeconds(1), null), Cancellation);
        Assert.Equal(new ClaimAnswer.AlreadySent("message-1"), await ledger.ClaimAsync(request, "second", Cancellation));
    }

    [Fact]
    public async Task News_that_come_together_are_all_taken_in()
    {
        var request = FlowRequests.Request();
        await ledger.ClaimAsync(request, "first", Cancellation);
        var fates = Enum.GetValues<Fate>().Select(fate => new FateMark(fate, Noon, fate.ToString())).ToList();
        await Task.WhenAll(fates.Concat(fates)
            .Select(fate => ledger.RecordAsync(request.SendId, new MailNews("message-1", Noon, fate), Cancellation) as Task)
            .Append(ledger.StoreTaskTokenAsync(request.SendId, "token", Cancellation))
            .Append(ledger.MarkSentAsync(request.SendId, "first", "message-1", Cancellation)));

        var row = await cloud.LedgerRowAsync(request.SendId);
        Assert.Equal(("SENT", "Complained", "Complained", "token"), (row["status"].S, row["fate"].S, row["fateReason"].S, row["taskToken"].S));
        Assert.Equal("2026-11-24T12:00:00.000Z", row["fateAt"].S);
    }

    [Fact]
    public async Task A_row_that_nobody_can_read_is_in_doubt_and_never_claimed()
    {
        var request = FlowRequests.Request();
        await cloud.DynamoDb.PutItemAsync(
            FlowCloud.LedgerTable,
            new Dictionary<string, AttributeValue> { ["sendId"] = new(request.SendId), ["requestHash"] = new(request.Hash), ["status"] = new("SOMETHING") },
            Cancellation);
        Assert.IsType<ClaimAnswer.InDoubt>(await ledger.ClaimAsync(request, "mine", Cancellation));
    }
}
