using System.Net;
using System.Net.Sockets;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Tests.Conformance;
using SesCompliance.Tests.Docs;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Samples;

/// <summary>What the samples promise, over the wire and with the bot's permissions; the same for both languages.</summary>
[Collection(SampleCollection.Name)]
public abstract class SampleTests(SampleCloud cloud)
{
    /// <summary>Of the cloud's clock: longer than a start takes, and shorter than the flow waits for SES.</summary>
    private static readonly TimeSpan AnswerDelay = TimeSpan.FromSeconds(40);

    private static readonly MarkdownTable Guide = MarkdownTable.Under("docs/BOT_GUIDE.md", "## What to tell the user");

    [Fact]
    public async Task The_outcome_is_told_in_the_guides_words()
    {
        var bounce = Address("bounce");

        await Task.WhenAll(
            TellsAsync("Delivered", cloud.Open, Address("success")),
            TellsAsync("Bounced", cloud.Open, bounce),
            TellsAsync("Complained", cloud.Open, Address("complaint")),
            TellsAsync("Sent", cloud.NoWait, Address("success")),
            TellsAsync("InvalidRequest", cloud.Open, "nobody"),
            TellsAsync("Expired", cloud.Open, Address("success"), minutes: -1));
        await TellsAsync("Suppressed", cloud.Open, bounce);
    }

    [Fact]
    public async Task What_went_wrong_is_told_in_the_guides_words()
    {
        cloud.Cloud.Ses.Faults.Refuse("AccountSuspendedException", "The account is suspended.", 400);
        await TellsAsync("SendFailed", cloud.Open, Address("success"));
        cloud.Cloud.Ses.Faults.AcceptAndBreak();
        await TellsAsync("SendUnconfirmed", cloud.Open, Address("success"));
        using var outage = cloud.Cloud.DynamoDb.Faults.Fail(cloud.Closed.Stack.Stack.Outputs["suppressionTable"], DynamoDbFault.ServerError, operations: "Query");
        await TellsAsync("SuppressionCheckFailed", cloud.Closed, Address("success"));
    }

    [Fact]
    public async Task An_execution_that_does_not_end_by_itself_is_told_in_the_guides_words()
    {
        var (requestId, address) = (StackClient.NewSendId(), Address("success"));
        Redefine("""{ "StartAt": "Hold", "States": { "Hold": { "Type": "Wait", "Seconds": 3600, "End": true } } }""");
        await TellsAsync("Running", cloud.Redefined, address, patience: 0, requestId: requestId);
        await ExecutionCall.StopAsync(cloud.Cloud, ExecutionArn(requestId));
        await TellsAsync("ABORTED", cloud.Redefined, address, requestId: requestId);

        Redefine("""{ "StartAt": "Hold", "TimeoutSeconds": 1, "States": { "Hold": { "Type": "Wait", "Seconds": 3600, "End": true } } }""");
        await TellsAsync("TIMED_OUT", cloud.Redefined, address);
    }

    [Fact]
    public void The_guide_knows_every_outcome() => Assert.Equal(
        ["ABORTED", "Bounced", "Complained", "Delivered", "Expired", "InvalidRequest", "NotStarted", "Running", "SendFailed", "SendUnconfirmed", "Sent", "Suppressed", "SuppressionCheckFailed", "TIMED_OUT"],
        Guide.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_bot_that_was_killed_starts_again_under_the_same_id_and_mails_once()
    {
        var (requestId, address) = (StackClient.NewSendId(), Address("success"));
        cloud.Cloud.Ses.Faults.Delay(AnswerDelay);
        using (var killed = (await ProgramAsync()).Start(cloud.Open, requestId, address))
        {
            await Until.TrueAsync(() => cloud.Cloud.Outbox.To(address).Count == 1, TimeSpan.FromSeconds(60), "SES to take the mail");
            Assert.False(killed.HasExited);
            killed.Kill();
        }

        // The second start's expiry is later, so its input is another one.
        await TellsAsync("Running", cloud.Open, address, minutes: 20, patience: 0, requestId: requestId);
        cloud.Cloud.Clock.Advance(AnswerDelay);
        await TellsAsync("Delivered", cloud.Open, address, minutes: 20, requestId: requestId);
        await TellsAsync("Delivered", cloud.Open, address, requestId: requestId);
        Assert.Single(cloud.Cloud.Outbox.To(address));
    }

    [Fact]
    public async Task Two_at_once_under_the_same_id_mail_once()
    {
        var (requestId, address) = (StackClient.NewSendId(), Address("success"));

        await Task.WhenAll(TellsAsync("Delivered", cloud.Open, address, requestId: requestId), TellsAsync("Delivered", cloud.Open, address, requestId: requestId));

        Assert.Single(cloud.Cloud.Outbox.To(address));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task A_start_whose_connection_breaks_is_tried_again_and_mails_once(int breaking, bool losesAnswer)
    {
        var address = Address("success");
        await using var door = new FlakyDoor(cloud.Cloud.Endpoint, breaking, losesAnswer);

        await TellsAsync("Delivered", cloud.Open with { Endpoint = door.Endpoint }, address);

        Assert.True(door.Breaking < 0, "no connection came after those that broke");
        Assert.Single(cloud.Cloud.Outbox.To(address));
    }

    [Fact]
    public async Task What_cannot_be_started_is_one_clear_message()
    {
        var refused = await TellsAsync("NotStarted", cloud.Open with { StateMachineArn = cloud.Closed.StateMachineArn }, Address("success"));
        Assert.EndsWith(": NotStarted AccessDeniedException", refused.Errors.Trim(), StringComparison.Ordinal);

        await TellsAsync("NotStarted", cloud.Open with { Endpoint = $"http://127.0.0.1:{FreePort()}" }, Address("success"));
    }

    [Fact]
    public async Task What_became_of_another_addresss_mail_is_not_told()
    {
        var (requestId, address) = (StackClient.NewSendId(), Address("bounce"));
        await TellsAsync("Bounced", cloud.Open, address, requestId: requestId);

        var run = await TellsAsync("NotStarted", cloud.Open, Address("success"), requestId: requestId);
        Assert.EndsWith("the request id was used for another address", run.Errors.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_that_breaks_its_rule_is_one_clear_error()
    {
        var run = await (await ProgramAsync()).RunAsync(cloud.Open, "user@example.com", Address("success"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.EndsWith("'user@example.com': it must be 1 to 80 of A-Z a-z 0-9 _ -", run.Errors.Trim(), StringComparison.Ordinal);
    }

    private protected abstract Task<SampleProgram> ProgramAsync();

    private static string Address(string mailbox) => $"{mailbox}+{Guid.NewGuid():N}@recipients.test";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Redefine(string definition) => cloud.Cloud.StateMachines.Update(cloud.Redefined.StateMachineArn, definition, null, null, null);

    private string ExecutionArn(string requestId) =>
        $"{cloud.Redefined.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{requestId}";

    /// <summary>Runs the sample and holds what it says to the guide, to the outcome, and to what may be said.</summary>
    private async Task<Command> TellsAsync(string outcome, BotAccount account, string address, int minutes = 10, int patience = 100, string? requestId = null)
    {
        requestId ??= StackClient.NewSendId();

        var run = await (await ProgramAsync()).RunAsync(account, requestId, address, minutes, patience);

        Assert.True(run.Errors.StartsWith($"{requestId}: {outcome}", StringComparison.Ordinal), $"expected {outcome} for {address}, and got {run}");
        Assert.Equal(Guide.Text(outcome, "The user is told"), run.Output.Trim());
        Assert.Equal(outcome switch { "Delivered" or "Sent" or "Running" => 0, "NotStarted" => 3, _ => 1 }, run.ExitCode);
        Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.DoesNotContain(address, run.Errors + run.Output, StringComparison.Ordinal);
        return run;
    }
}
