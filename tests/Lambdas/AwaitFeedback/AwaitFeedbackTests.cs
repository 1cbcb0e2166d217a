using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Ledger;

namespace SesCompliance.Tests.Lambdas;

public sealed class AwaitFeedbackTests(FlowCloud cloud) : IClassFixture<FlowCloud>, IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string sendId = FlowRequests.NewId();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Token => "token-" + sendId;

    public void Dispose() => cloud.StepFunctions.Answer = null;

    [Fact]
    public async Task Without_a_fate_the_token_waits_in_the_ledger()
    {
        await SentAsync();
        await AwaitAsync();
        Assert.Equal(Token, (await cloud.LedgerRowAsync(sendId))["taskToken"].S);
        Assert.Empty(Ended("SendTaskSuccess"));
    }

    [Theory]
    [InlineData(Fate.Delivered, null, """{"fate":"Delivered"}""")]
    [InlineData(Fate.Bounced, "Permanent/General: smtp; 550", """{"fate":"Bounced","reason":"Permanent/General: smtp; 550"}""")]
    [InlineData(Fate.SoftBounced, "Transient/MailboxFull", """{"fate":"Bounced","reason":"Transient/MailboxFull"}""")]
    [InlineData(Fate.Complained, "abuse", """{"fate":"Complained","reason":"abuse"}""")]
    public async Task A_fate_that_came_first_ends_the_wait_at_once(Fate fate, string? reason, string output)
    {
        await SentAsync(new FateMark(fate, Noon, reason));
        await AwaitAsync();
        Assert.Equal(output, Assert.Single(Ended("SendTaskSuccess")));
    }

    [Fact]
    public async Task A_rejected_mail_fails_the_wait()
    {
        await SentAsync(new FateMark(Fate.Rejected, Noon, "Bad content for user@example.com"));
        await AwaitAsync();
        var failure = Assert.Single(cloud.StepFunctions.Asked("SendTaskFailure"), request => (string?)request["taskToken"] == Token);
        Assert.Equal(("SendFailed", "Bad content for <address>"), ((string)failure["error"]!, (string)failure["cause"]!));
    }

    [Fact]
    public async Task A_send_without_a_row_is_not_waited_for() => await Assert.ThrowsAsync<LedgerUnavailable>(AwaitAsync);

    [Theory]
    [InlineData(null, "token")]
    [InlineData("a b", "token")]
    [InlineData("send-1", null)]
    [InlineData("send-1", "")]
    public async Task A_task_without_id_or_token_is_refused(string? id, string? token) =>
        await Assert.ThrowsAsync<InvalidRequest>(() => Function().HandleAsync(new AwaitFeedbackTask(id, token), new Invocation()));

    private IEnumerable<string> Ended(string operation) =>
        cloud.StepFunctions.Asked(operation).Where(request => (string?)request["taskToken"] == Token).Select(request => (string)request["output"]!);

    private AwaitFeedback Function() => new(cloud.Ledger(), cloud.Wait(), cloud.Logs.Log);

    private Task AwaitAsync() => Function().HandleAsync(new AwaitFeedbackTask(sendId, Token), new Invocation());

    private async Task SentAsync(FateMark? fate = null)
    {
        await cloud.Ledger().ClaimAsync(FlowRequests.Request(sendId), "claim", Cancellation);
        await cloud.Ledger().MarkSentAsync(sendId, "claim", "message-1", Cancellation);
        if (fate is not null)
        {
            await cloud.Ledger().RecordAsync(sendId, new MailNews("message-1", Noon, fate), Cancellation);
        }
    }
}
