using SesCompliance.Local.DynamoDb;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Ops.Sends;

/// <summary>ses-ops sends show, where the mail's fate is open: still under way, stopped, unconfirmed, or a source that does not answer.</summary>
[Collection(FeedbackCollection.Name)]
public sealed class SendsInDoubtTests(FeedbackCloud cloud)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_mail_that_waits_for_SES_is_under_way_and_once_stopped_it_is_sent()
    {
        var (id, statement) = (StackClient.NewSendId(), Assert.Single(cloud.Cloud.Lambda.Find(cloud.Handler).Policy));
        cloud.Cloud.Lambda.RemovePermission(cloud.Handler, statement.StatementId);
        try
        {
            var arn = await cloud.Stack.StartAsync(StackClient.Mail("success@simulator.amazonses.com"), id);
            await Until.IsAsync(() => cloud.Stack.LedgerRowAsync(id), row => row?.ContainsKey("taskToken") == true, Deadline, "the wait for feedback");

            var waiting = await ShowAsync(id);
            Assert.Equal((0, "under-way"), (waiting.ExitCode, (string?)waiting.Json["state"]));
            Assert.Matches(@"^Under way: in AwaitFeedback since \d\d:\d\d:\d\d UTC; SES has taken the mail", (string)waiting.Json["answer"]!);

            await ExecutionCall.StopAsync(cloud.Cloud, arn);
            var stopped = await ShowAsync(id);
            Assert.Equal((0, "sent"), (stopped.ExitCode, (string?)stopped.Json["state"]));
            Assert.Contains("ses-ops feedback show --stack feedback", stopped.Json["next"]!.AsArray().Select(command => (string?)command));
        }
        finally
        {
            await cloud.ProcessedAsync();
            cloud.Cloud.Lambda.AddPermission(cloud.Handler, statement);
            await cloud.UndeliveredAsync();
        }
    }

    [Fact]
    public async Task An_unconfirmed_mail_is_unknown_until_SES_speaks_of_it()
    {
        var (lost, taken) = (StackClient.NewSendId(), StackClient.NewSendId());
        cloud.Cloud.Ses.Faults.Fail();
        Assert.Equal("SendUnconfirmed", (await cloud.Stack.SendAsync(StackClient.Mail("success@simulator.amazonses.com"), lost)).Error);
        cloud.Cloud.Ses.Faults.AcceptAndBreak();
        Assert.Equal("SendUnconfirmed", (await cloud.Stack.SendAsync(StackClient.Mail("success@simulator.amazonses.com"), taken)).Error);
        await Until.IsAsync(() => cloud.Stack.LedgerRowAsync(taken), row => row?.GetValueOrDefault("fate")?.S == "Delivered", Deadline, "SES's word");

        var unknown = await ShowAsync(lost);
        Assert.Equal((0, "unknown"), (unknown.ExitCode, (string?)unknown.Json["state"]));
        Assert.StartsWith("Unknown: SES may have taken it, but its answer was lost. It is never sent again by itself", (string)unknown.Json["answer"]!, StringComparison.Ordinal);
        var known = await ShowAsync(taken);
        Assert.Equal((0, "delivered"), (known.ExitCode, (string?)known.Json["state"]));
    }

    [Fact]
    public async Task An_execution_stopped_before_SES_was_asked_sent_nothing()
    {
        var id = StackClient.NewSendId();
        using (cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs["suppressionTable"], DynamoDbFault.Throttling))
        {
            await ExecutionCall.StopAsync(cloud.Cloud, await cloud.Stack.StartAsync(StackClient.Mail("success@simulator.amazonses.com"), id));
        }

        var run = await ShowAsync(id);

        Assert.Equal((0, "not-sent"), (run.ExitCode, (string?)run.Json["state"]));
        Assert.Equal("Not sent: the execution ended before SES was asked (ABORTED).", (string?)run.Json["answer"]);
    }

    [Fact]
    public async Task A_ledger_that_does_not_answer_is_said_and_the_execution_tells_what_it_knows()
    {
        var id = StackClient.NewSendId();
        Assert.Equal("Delivered", (await cloud.Stack.SendAsync(StackClient.Mail("success@simulator.amazonses.com"), id)).Kind);
        using var outage = cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs["sendLedger"], DynamoDbFault.Throttling, null, "GetItem");

        var run = await ShowAsync(id);

        Assert.Equal((3, "delivered"), (run.ExitCode, (string?)run.Json["state"]));
        Assert.StartsWith("The send ledger could not be asked. AWS refused: ProvisionedThroughputExceededException", (string)Assert.Single(run.Json["missing"]!.AsArray())!, StringComparison.Ordinal);
    }

    private Task<OpsRun> ShowAsync(string id) => OpsRun.JsonAsync(cloud.Cloud.Endpoint, "feedback", "sends", "show", id);
}
