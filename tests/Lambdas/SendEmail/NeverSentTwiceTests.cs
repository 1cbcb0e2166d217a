using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Lambdas;

/// <summary>Whatever is cut off, repeated or done at once, SES gets each mail at most once.</summary>
public sealed class NeverSentTwiceTests(FlowCloud cloud) : IClassFixture<FlowCloud>, IDisposable
{
    private readonly string sendId = FlowRequests.NewId();

    private int Mails => cloud.Ses.Asked("SendEmail").Count(mail => SendEmailTests.SendIdOf(mail) == sendId);

    public void Dispose() => cloud.Ses.Answer = null;

    [Fact]
    public async Task Eight_attempts_at_once_send_one_mail()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AttemptAsync()));
        Assert.Equal(1, Mails);
        Assert.All(attempts, attempt => Assert.True(attempt is null or SendUnconfirmed, attempt?.ToString()));
        Assert.Contains(attempts, attempt => attempt is null);
    }

    [Fact]
    public async Task A_second_attempt_after_success_answers_with_the_first_message()
    {
        await AttemptAsync();
        cloud.Ses.Answer = (_, _) => Task.FromResult<AwsResponse>(new System.Text.Json.Nodes.JsonObject { ["MessageId"] = "message-2" });
        Assert.Equal("message-1", (await Function().HandleAsync(FlowRequests.Task(sendId), new Invocation())).MessageId);
        Assert.Equal(1, Mails);
    }

    [Fact]
    public async Task A_crash_between_the_answer_and_the_ledger_leaves_an_id_that_nobody_sends_again()
    {
        // The process is gone after SES answered: everything it would have written is lost.
        cloud.Ses.Answer = (_, _) =>
        {
            cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.ServerError, times: 16);
            return Task.FromResult<AwsResponse>(new System.Text.Json.Nodes.JsonObject { ["MessageId"] = "message-1" });
        };
        Assert.Equal("message-1", (await Function().HandleAsync(FlowRequests.Task(sendId), new Invocation())).MessageId);
        Assert.Equal("CLAIMED", (await cloud.LedgerRowAsync(sendId))["status"].S);

        Assert.IsType<SendUnconfirmed>(await AttemptAsync());
        Assert.IsType<SendUnconfirmed>(await AttemptAsync());
        Assert.Equal(1, Mails);
        Assert.Contains("message-id-not-stored", cloud.Logs.Events(sendId));
    }

    [Fact]
    public async Task A_message_id_that_is_stored_at_the_second_try_is_stored()
    {
        cloud.Ses.Answer = (_, _) =>
        {
            cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.ServerError, times: 4);
            return Task.FromResult<AwsResponse>(new System.Text.Json.Nodes.JsonObject { ["MessageId"] = "message-1" });
        };
        Assert.Null(await AttemptAsync());
        Assert.Equal("message-1", (await cloud.LedgerRowAsync(sendId))["messageId"].S);
    }

    [Fact]
    public async Task An_answer_lost_on_a_fresh_connection_is_not_asked_for_again()
    {
        cloud.Ses.Answer = (_, _) => Task.FromResult(ScriptedService.BrokenConnection);
        Assert.IsType<SendUnconfirmed>(await AttemptAsync());
        Assert.IsType<SendUnconfirmed>(await AttemptAsync());
        Assert.Equal(1, Mails);
    }

    // The SDK repeats a request by itself if a connection out of its pool breaks, ten times, whatever MaxErrorRetry says.
    [Fact]
    public async Task An_answer_lost_on_a_pooled_connection_is_not_asked_for_again()
    {
        var function = Function();
        await function.HandleAsync(FlowRequests.Task(), new Invocation());
        cloud.Ses.Answer = (_, _) => Task.FromResult(ScriptedService.BrokenConnection);
        await Assert.ThrowsAsync<SendUnconfirmed>(() => function.HandleAsync(FlowRequests.Task(sendId), new Invocation()));
        Assert.Equal(1, Mails);
    }

    [Fact]
    public async Task A_claim_whose_answer_was_lost_sends_one_mail()
    {
        using (cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.LostAnswer, times: 1, "UpdateItem"))
        {
            Assert.Null(await AttemptAsync());
        }

        Assert.Equal(1, Mails);
    }

    [Fact]
    public async Task A_claim_that_was_written_although_all_answers_were_lost_does_not_block_the_next_attempt()
    {
        // Stale connections are retried apart from errors: as many as 10 times besides the 4 attempts.
        using (cloud.Faults.Fail(FlowCloud.LedgerTable, DynamoDbFault.LostAnswer, times: 14, "UpdateItem", "GetItem"))
        {
            Assert.IsType<LedgerUnavailable>(await AttemptAsync());
        }

        var again = await AttemptAsync();
        Assert.True(again is null or SendUnconfirmed, again?.ToString());
        Assert.InRange(Mails, 0, 1);
    }

    [Fact]
    public async Task The_same_id_for_another_request_is_refused()
    {
        await AttemptAsync();
        var error = await Assert.ThrowsAsync<InvalidRequest>(() =>
            Function().HandleAsync(FlowRequests.Task(sendId, """{"to": "other@example.com", "subject": "s", "text": "t"}"""), new Invocation()));
        Assert.Contains("used for another request", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Mails);
    }

    private SendEmail Function() => new(
        cloud.Ledger(), new MailDelivery(cloud.Clients.Ses(), "noreply@example.org", "ses-dev"), TimeProvider.System, cloud.Logs.Log);

    private async Task<Exception?> AttemptAsync() => await Record.ExceptionAsync(() => Function().HandleAsync(FlowRequests.Task(sendId), new Invocation()));
}
