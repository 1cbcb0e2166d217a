using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Ops.Sends;

/// <summary>ses-ops sends show, against a deployed stack: what became of a mail, from whatever sources there are.</summary>
public sealed class SendsShowTests(CloudFixture cloud)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private StackClient Stack => cloud.Open;

    [Fact]
    public async Task A_delivered_mail_is_told_with_its_times()
    {
        var (id, _) = await SentAsync($"success+{Guid.NewGuid():N}@simulator.amazonses.com");

        var run = await ShowAsync(id);

        Assert.Equal((0, "delivered", "Delivered: the receiving server took the mail."), Said(run));
        var timeline = run.Json["timeline"]!.AsArray();
        Assert.Equal("execution started", (string?)timeline[0]!["what"]);
        var send = timeline.Single(entry => (string?)entry!["what"] == "SendEmail")!;
        Assert.True((double?)send["seconds"] > 0);
        Assert.Contains(timeline, entry => (string?)entry!["what"] == "SES's word: Delivered");
        Assert.Contains(timeline, entry => ((string)entry!["what"]!).StartsWith("execution ended: Delivered", StringComparison.Ordinal));
        Assert.Empty(run.Json["missing"]!.AsArray());
    }

    [Fact]
    public async Task A_bounced_mail_and_the_next_that_is_suppressed()
    {
        var to = $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com";
        var (bounced, _) = await SentAsync(to);
        var (suppressed, _) = await SentAsync(to);

        var first = await ShowAsync(bounced);
        Assert.Equal((0, "bounced", "Bounced: the receiver refuses the address for good; the address is now suppressed (BOUNCE)."), Said(first));
        Assert.Equal([$"ses-ops suppressions show {to} --stack open"], Next(first));
        Assert.Contains(first.Json["timeline"]!.AsArray(), entry => (string?)entry!["what"] == "address suppressed: BOUNCE");

        var second = await ShowAsync(suppressed);
        Assert.Equal((0, "suppressed", "Not sent: the address was on the suppression list (BOUNCE); it still is."), Said(second));
        Assert.Contains("no row", (string)second.Json["missing"]![0]!, StringComparison.Ordinal);

        await Stack.Clients.DynamoDb.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = Stack.Stack.Outputs["suppressionTable"],
                Key = new() { ["email"] = new AttributeValue(to), ["reason"] = new AttributeValue("BOUNCE") },
                UpdateExpression = "SET removedAt = :now",
                ExpressionAttributeValues = new() { [":now"] = new AttributeValue(SesCompliance.Lambdas.Tables.Timestamp.Write(cloud.Cloud.Clock.GetUtcNow().AddMinutes(1))) },
            },
            TestContext.Current.CancellationToken);
        Assert.EndsWith("; it has been taken off since.", Said(await ShowAsync(suppressed)).Answer, StringComparison.Ordinal);
        Assert.Contains("the address was suppressed and taken off the list on", Said(await ShowAsync(bounced)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_to_paste_runs_nothing_that_an_address_says()
    {
        var to = $"bounce+`id`$x'{Guid.NewGuid():N}@recipients.test";
        var (id, _) = await SentAsync(to);

        var command = Assert.Single(Next(await ShowAsync(id)));

        Assert.Equal($@"ses-ops suppressions show '{to.Replace("'", @"'\''", StringComparison.Ordinal)}' --stack open", command);
    }

    [Fact]
    public async Task A_full_mailbox_bounces_and_is_not_suppressed()
    {
        var (id, _) = await SentAsync($"full+{Guid.NewGuid():N}@recipients.test");

        Assert.Equal((0, "soft-bounced", "Bounced: mailbox full; the address is not suppressed, since such a bounce passes."), Said(await ShowAsync(id)));
    }

    [Fact]
    public async Task An_invalid_request_never_was_in_the_ledger()
    {
        var id = StackClient.NewSendId();
        await Stack.SendAsync(new JsonObject { ["to"] = "one@example.com, two@example.com", ["subject"] = "s", ["text"] = "t" }, id);

        var run = await ShowAsync(id);

        Assert.Equal((0, "not-sent"), (run.ExitCode, Said(run).State));
        Assert.StartsWith("Not sent: InvalidRequest: ", Said(run).Answer, StringComparison.Ordinal);
        Assert.StartsWith("aws stepfunctions describe-execution", Assert.Single(Next(run)), StringComparison.Ordinal);
        Assert.Contains("no row", (string)Assert.Single(run.Json["missing"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_SES_refused_says_why()
    {
        var id = StackClient.NewSendId();
        var request = StackClient.Mail("success@simulator.amazonses.com");
        request.Remove("subject");
        request.Remove("text");
        request["template"] = new JsonObject { ["name"] = "not-there", ["data"] = new JsonObject() };
        Assert.Equal("SendFailed", (await Stack.SendAsync(request, id)).Error);

        var run = await ShowAsync(id);

        Assert.Equal((0, "not-sent"), (run.ExitCode, Said(run).State));
        Assert.StartsWith("Not sent: SendFailed: ", Said(run).Answer, StringComparison.Ordinal);
        Assert.Contains("not-there", Said(run).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_ledger_row_the_execution_tells_and_without_the_execution_the_ledger()
    {
        var (id, _) = await SentAsync($"bounce+{Guid.NewGuid():N}@simulator.amazonses.com");
        var row = (await Stack.LedgerRowAsync(id))!;
        await Stack.Clients.DynamoDb.DeleteItemAsync(Stack.Stack.Outputs["sendLedger"], new() { ["sendId"] = new AttributeValue(id) }, TestContext.Current.CancellationToken);

        var without = await ShowAsync(id);
        Assert.Equal((0, "bounced"), (without.ExitCode, Said(without).State));
        Assert.Contains("now suppressed (BOUNCE)", Said(without).Answer, StringComparison.Ordinal);
        Assert.Contains("time to live", (string)Assert.Single(without.Json["missing"]!.AsArray())!, StringComparison.Ordinal);

        var old = StackClient.NewSendId();
        var item = new Dictionary<string, AttributeValue>(row) { ["sendId"] = new AttributeValue(old) };
        await PutAsync(item);
        var alone = await ShowAsync(old);
        Assert.Equal((0, "bounced"), (alone.ExitCode, Said(alone).State));
        Assert.Contains("90 days", (string)Assert.Single(alone.Json["missing"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_without_an_end_is_unknown_and_a_release_was_not_sent()
    {
        var (claimed, released) = (StackClient.NewSendId(), StackClient.NewSendId());
        await PutAsync(new() { ["sendId"] = new AttributeValue(claimed), ["status"] = new AttributeValue("CLAIMED"), ["to"] = new AttributeValue("a@example.com") });
        await PutAsync(new() { ["sendId"] = new AttributeValue(released), ["status"] = new AttributeValue("RELEASED"), ["to"] = new AttributeValue("a@example.com"), ["refusal"] = new AttributeValue("Sending paused") });

        var unknown = await ShowAsync(claimed);
        Assert.Equal((0, "unknown"), (unknown.ExitCode, Said(unknown).State));
        Assert.StartsWith("Unknown: SES may have taken it", Said(unknown).Answer, StringComparison.Ordinal);
        Assert.Equal((0, "not-sent", "Not sent: SES did not take it (Sending paused)."), Said(await ShowAsync(released)));
    }

    [Fact]
    public async Task A_mail_that_SES_took_and_said_no_more_of_is_sent()
    {
        var id = StackClient.NewSendId();
        await PutAsync(new() { ["sendId"] = new AttributeValue(id), ["status"] = new AttributeValue("SENT"), ["to"] = new AttributeValue("a@example.com") });

        Assert.Equal((0, "sent", "Sent: SES took the mail and has not said more yet."), Said(await ShowAsync(id)));
    }

    [Fact]
    public async Task An_id_that_nobody_knows_ends_with_1()
    {
        var run = await ShowAsync("never-started");

        Assert.Equal((1, "not-found"), (run.ExitCode, Said(run).State));
        Assert.StartsWith("Nothing is known of 'never-started' in stack open", Said(run).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_read_the_sentence_first_and_the_ARN_will_do()
    {
        var (id, arn) = await SentAsync($"success+{Guid.NewGuid():N}@simulator.amazonses.com");

        var run = await OpsRun.TextAsync(cloud.Cloud.Endpoint, "open", "sends", "show", arn);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.StartsWith("Delivered: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(id, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Theory]
    [InlineData("arn:aws:states:us-east-1:000000000000:execution:ses-send-email-other:x", "ses-send-email-other")]
    [InlineData("arn:aws:sns:us-east-1:000000000000:topic", "must be that of an execution")]
    [InlineData("two words", "without spaces")]
    public async Task Wrong_usage_is_told_in_one_line(string id, string said)
    {
        var run = await OpsRun.TextAsync("http://127.0.0.1:1", "open", "sends", "show", id);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>Sends, and waits until SES's word on a mail that it took is in the ledger.</summary>
    private async Task<(string SendId, string Arn)> SentAsync(string to)
    {
        var id = StackClient.NewSendId();
        var arn = await Stack.StartAsync(StackClient.Mail(to), id);
        var ending = await Stack.EndAsync(arn);
        if (ending.Kind != "Suppressed")
        {
            await Until.IsAsync(() => Stack.LedgerRowAsync(id), row => row?.ContainsKey("fate") == true, Deadline, $"the fate of {id}");
        }

        return (id, arn);
    }

    private Task<PutItemResponse> PutAsync(Dictionary<string, AttributeValue> item) =>
        Stack.Clients.DynamoDb.PutItemAsync(new PutItemRequest { TableName = Stack.Stack.Outputs["sendLedger"], Item = item }, TestContext.Current.CancellationToken);

    private Task<OpsRun> ShowAsync(string id) => OpsRun.JsonAsync(cloud.Cloud.Endpoint, "open", "sends", "show", id);

    private static (int ExitCode, string State, string Answer) Said(OpsRun run) => (run.ExitCode, (string)run.Json["state"]!, (string)run.Json["answer"]!);

    private static IEnumerable<string> Next(OpsRun run) => run.Json["next"]!.AsArray().Select(command => (string)command!);
}
