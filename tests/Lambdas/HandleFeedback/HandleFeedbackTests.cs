using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.SNSEvents;
using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Tests.Lambdas.Feedback;

namespace SesCompliance.Tests.Lambdas;

public sealed class HandleFeedbackTests(FlowCloud cloud) : IClassFixture<FlowCloud>, IDisposable
{
    private readonly string sendId = FlowRequests.NewId();
    private readonly string email = $"u{Guid.NewGuid():N}@example.com";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Token => "token-" + sendId;

    public void Dispose() => cloud.StepFunctions.Answer = null;

    [Fact]
    public async Task A_bounce_suppresses_enters_the_fate_and_ends_the_wait()
    {
        await WaitingAsync();
        await HandleAsync(SesEvents.Bounce(sendId: sendId, recipients: [email]));

        Assert.Equal("1", (await cloud.SuppressionRowAsync(email, "BOUNCE"))["count"].N);
        Assert.Equal("Bounced", (await cloud.LedgerRowAsync(sendId))["fate"].S);
        Assert.Equal("""{"fate":"Bounced","reason":"Permanent/General: smtp; 550 5.1.1 user unknown"}""", Assert.Single(Outputs));
    }

    [Fact]
    public async Task A_replay_ends_the_wait_again_in_case_the_first_attempt_died_before()
    {
        await WaitingAsync();
        cloud.StepFunctions.Fail("ServiceUnavailable", "Sorry", 503);
        await Assert.ThrowsAnyAsync<Exception>(() => HandleAsync(SesEvents.Delivery(sendId)));
        cloud.StepFunctions.Answer = null;
        var before = Outputs.Count();
        await HandleAsync(SesEvents.Delivery(sendId));
        Assert.Equal(before + 1, Outputs.Count());
    }

    [Theory]
    [InlineData("TaskTimedOut")]
    [InlineData("TaskDoesNotExist")]
    [InlineData("InvalidToken")]
    public async Task A_wait_that_is_over_is_no_error(string code)
    {
        await WaitingAsync();
        cloud.StepFunctions.Fail(code, "over");
        await HandleAsync(SesEvents.Delivery(sendId));
        Assert.Contains("wait-was-over", cloud.Logs.Events(sendId));
    }

    [Fact]
    public async Task Feedback_about_foreign_mail_suppresses_and_makes_no_ledger_row()
    {
        await HandleAsync(SesEvents.Complaint(sendId: sendId, recipients: [email]), SesEvents.Bounce(sendId: null, envelope: "notificationType", recipients: [email]));
        Assert.NotEmpty(await cloud.SuppressionRowAsync(email, "COMPLAINT"));
        Assert.NotEmpty(await cloud.SuppressionRowAsync(email, "BOUNCE"));
        Assert.Empty(await cloud.LedgerRowAsync(sendId));
    }

    [Fact]
    public async Task A_transient_bounce_suppresses_nobody()
    {
        await WaitingAsync();
        await HandleAsync(SesEvents.Bounce(type: "Transient", subType: "MailboxFull", sendId: sendId, recipients: [email]));
        Assert.Empty(await cloud.SuppressionRowAsync(email, "BOUNCE"));
        Assert.Equal("SoftBounced", (await cloud.LedgerRowAsync(sendId))["fate"].S);
        Assert.Contains("\"Bounced\"", Assert.Single(Outputs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_message_fails_after_the_others_are_taken_in()
    {
        var error = await Assert.ThrowsAsync<UnreadableFeedback>(() => HandleAsync("garbage secret@example.com", SesEvents.Bounce(sendId: null, recipients: [email])));
        Assert.Contains("sns-0", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await cloud.SuppressionRowAsync(email, "BOUNCE"));
    }

    [Fact]
    public async Task All_unreadable_messages_are_named()
    {
        var error = await Assert.ThrowsAsync<UnreadableFeedback>(() => HandleAsync("garbage", SesEvents.Send(null), "{}"));
        Assert.Contains("sns-0", error.Message, StringComparison.Ordinal);
        Assert.Contains("sns-2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_without_address_fails_after_the_others_are_suppressed()
    {
        await Assert.ThrowsAsync<UnreadableFeedback>(() => HandleAsync(SesEvents.Bounce(sendId: null, recipients: ["", email])));
        Assert.NotEmpty(await cloud.SuppressionRowAsync(email, "BOUNCE"));
    }

    [Fact]
    public async Task A_table_that_fails_makes_the_invocation_fail_so_that_it_is_repeated()
    {
        using (cloud.Faults.Fail(FlowCloud.Suppressions, DynamoDbFault.ServerError))
        {
            await Assert.ThrowsAsync<SuppressionListUnavailable>(() => HandleAsync(SesEvents.Bounce(sendId: null, recipients: [email])));
        }

        await HandleAsync(SesEvents.Bounce(sendId: null, recipients: [email]));
        Assert.Equal("1", (await cloud.SuppressionRowAsync(email, "BOUNCE"))["count"].N);
    }

    [Fact]
    public Task Set_up_messages_do_nothing() => HandleAsync("Successfully validated SNS topic for Amazon SES event publishing.");

    [Fact]
    public async Task An_invocation_without_a_message_fails_loudly()
    {
        await Assert.ThrowsAsync<UnreadableFeedback>(() => HandleAsync());
        await Assert.ThrowsAsync<UnreadableFeedback>(() => Function().HandleAsync(new SNSEvent(), new Invocation()));
    }

    [Fact]
    public async Task Any_order_and_repetition_of_events_ends_in_the_same_rows()
    {
        var random = new Random(7);
        string[] Events(string id, string address) =>
        [
            SesEvents.Send(id), SesEvents.Delivery(id), SesEvents.Bounce(sendId: id, recipients: [address]),
            SesEvents.Bounce(type: "Transient", sendId: id, feedbackId: "feedback-2", recipients: [address]),
            SesEvents.Bounce(sendId: id, feedbackId: "feedback-3", at: "2026-11-24T10:00:07.000Z", recipients: [address]),
            SesEvents.Complaint(sendId: id, recipients: [address]), SesEvents.Complaint(sendId: id, feedbackId: "complaint-2", recipients: [address]),
        ];

        (string Ledger, string Bounce, string Complaint)? first = null;
        for (var run = 0; run < 5; run++)
        {
            var (id, address) = (FlowRequests.NewId(), $"u{Guid.NewGuid():N}@example.com");
            await cloud.Ledger().ClaimAsync(FlowRequests.Request(id), "claim", Cancellation);
            var events = Events(id, address).Concat(Events(id, address)).ToArray();
            random.Shuffle(events);
            await Task.WhenAll(events.Chunk(4).Select(chunk => HandleAsync(chunk)));

            var state = (
                Text(await cloud.LedgerRowAsync(id), "status", "fate", "fateAt", "fateReason", "messageId", "sentAt"),
                Text(await cloud.SuppressionRowAsync(address, "BOUNCE"), "count", "firstSeen", "lastSeen", "feedbackId", "feedbackIds"),
                Text(await cloud.SuppressionRowAsync(address, "COMPLAINT"), "count", "firstSeen", "lastSeen", "feedbackId", "feedbackIds"));
            Assert.Equal(first ??= state, state);
        }

        Assert.StartsWith("SENT|Complained|", first!.Value.Ledger, StringComparison.Ordinal);
        Assert.StartsWith("2|", first.Value.Bounce, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_what_was_done_and_no_address()
    {
        await WaitingAsync();
        await HandleAsync(SesEvents.Bounce(sendId: sendId, recipients: [email]).Replace("550 5.1.1", $"550 5.1.1 <{email}>", StringComparison.Ordinal));
        Assert.Equal(["feedback-received", "suppression-recorded", "fate-recorded", "wait-ended"], cloud.Logs.Events(sendId));
        Assert.DoesNotContain(email, cloud.Logs.Text, StringComparison.Ordinal);
    }

    private IEnumerable<string> Outputs =>
        cloud.StepFunctions.Asked("SendTaskSuccess").Where(request => (string?)request["taskToken"] == Token).Select(request => (string)request["output"]!);

    private HandleFeedback Function() => new(cloud.SuppressionTable(), cloud.Ledger(), cloud.Wait(), cloud.Logs.Log);

    private async Task HandleAsync(params string[] messages) => await Function().HandleAsync(
        new SNSEvent
        {
            Records = [.. messages.Select((message, i) => new SNSEvent.SNSRecord
            {
                Sns = new SNSEvent.SNSMessage { MessageId = $"sns-{i}", Message = message, Timestamp = new DateTime(2026, 11, 24, 10, 1, 0, DateTimeKind.Utc) },
            })],
        },
        new Invocation());

    private async Task WaitingAsync()
    {
        await cloud.Ledger().ClaimAsync(FlowRequests.Request(sendId), "claim", Cancellation);
        await cloud.Ledger().StoreTaskTokenAsync(sendId, Token, Cancellation);
    }

    private static string Text(Dictionary<string, AttributeValue> row, params string[] names) =>
        string.Join('|', names.Select(name => row.TryGetValue(name, out var value) ? value.S ?? value.N ?? string.Join(',', value.SS.Order(StringComparer.Ordinal)) : "-"));
}
