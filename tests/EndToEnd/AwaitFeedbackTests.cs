using SesCompliance.Local.Ses;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>Feedback and the flow that waits for it: whichever comes first, and what comes too late.</summary>
public sealed class AwaitFeedbackTests(AwaitFeedbackCloud cloud) : IClassFixture<AwaitFeedbackCloud>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_delivery_that_comes_before_the_flow_waits_ends_the_wait_at_once()
    {
        var (sendId, mail) = (StackClient.NewSendId(), StackClient.Mail($"early-{Guid.NewGuid():N}@example.org"));
        // SES has the mail and tells its fate before it answers the call.
        cloud.Cloud.Ses.Faults.Delay(TimeSpan.FromSeconds(8));
        var arn = await cloud.Stack.StartAsync(mail, sendId);
        await FateAsync(sendId, "Delivered");

        cloud.Cloud.Clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal("Delivered", (await cloud.Stack.EndAsync(arn)).Kind);
        Assert.Equal(["wait-ended"], Events("AwaitFeedback", sendId));
    }

    [Fact]
    public async Task A_delivery_that_comes_while_the_flow_waits_ends_the_wait()
    {
        var (arn, sendId) = await WaitingAsync("delay");

        cloud.Cloud.Clock.Advance(AwaitFeedbackCloud.FollowUp);

        Assert.Equal("Delivered", (await cloud.Stack.EndAsync(arn)).Kind);
        Assert.Equal(["wait-began"], Events("AwaitFeedback", sendId));
        Assert.Contains("wait-ended", Events("HandleFeedback", sendId));
    }

    [Fact]
    public async Task A_flow_whose_time_is_up_ends_with_Sent_and_the_ledger_tells_the_fate_later()
    {
        var (arn, sendId) = await WaitingAsync("delay", cloud.Hasty);

        cloud.Cloud.Clock.Advance(AwaitFeedbackCloud.HastyWait);
        var ending = await cloud.Hasty.EndAsync(arn);
        Assert.Equal(("Sent", "Sent"), (ending.Kind, ending.Path[^1]));
        Assert.False((await cloud.Hasty.LedgerRowAsync(sendId))!.ContainsKey("fate"));

        cloud.Cloud.Clock.Advance(AwaitFeedbackCloud.FollowUp - AwaitFeedbackCloud.HastyWait);
        await FateAsync(sendId, "Delivered", cloud.Hasty);
        await cloud.ProcessedAsync();
        Assert.Contains("wait-was-over", Events("HandleFeedback", sendId));
        Assert.Empty(await cloud.UnprocessedAsync());
    }

    [Fact]
    public async Task A_mail_that_SES_rejects_ends_with_SendFailed_and_is_counted()
    {
        var failed = await cloud.Stack.MetricAsync("EmailsFailed");
        var mail = StackClient.Mail($"infected-{Guid.NewGuid():N}@example.org");
        // The EICAR test file, in two parts so that no scanner takes this source for it.
        mail["text"] = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

        var sendId = StackClient.NewSendId();
        var ending = await cloud.Stack.SendAsync(mail, sendId);

        Assert.Equal("SendFailed", ending.Error);
        Assert.Contains("Bad content", ending.Cause, StringComparison.Ordinal);
        Assert.Equal(["CountSent", "WaitForFeedback", "AwaitFeedback", "CountFailed", "WhyFailed", "SendFailed"], ending.Path.TakeLast(6));
        Assert.Equal(failed + 1, await cloud.Stack.MetricAsync("EmailsFailed"));
        await FateAsync(sendId, "Rejected");
    }

    [Fact]
    public async Task A_complaint_after_the_delivery_is_for_the_list_and_the_ledger()
    {
        var (sendId, address) = (StackClient.NewSendId(), $"complaint+{Guid.NewGuid():N}@recipients.test");

        Assert.Equal("Delivered", (await cloud.Stack.SendAsync(StackClient.Mail(address), sendId)).Kind);
        Assert.Empty(await cloud.Stack.SuppressionsAsync(address));

        cloud.Cloud.Clock.Advance(AwaitFeedbackCloud.FollowUp);
        await FateAsync(sendId, "Complained");
        Assert.Equal(["COMPLAINT"], (await cloud.Stack.SuppressionsAsync(address)).Keys);
        Assert.Equal("Suppressed", (await cloud.Stack.SendAsync(StackClient.Mail(address))).Kind);
    }

    [Fact]
    public async Task An_automatic_answer_after_the_delivery_changes_nothing()
    {
        var (sendId, address) = (StackClient.NewSendId(), $"ooto+{Guid.NewGuid():N}@recipients.test");
        Assert.Equal("Delivered", (await cloud.Stack.SendAsync(StackClient.Mail(address), sendId)).Kind);

        cloud.Cloud.Clock.Advance(AwaitFeedbackCloud.FollowUp);
        await Until.TrueAsync(() => Events("HandleFeedback", sendId).Contains("soft-bounce"), Deadline, "the automatic answer");
        await cloud.ProcessedAsync();

        await FateAsync(sendId, "Delivered");
        Assert.Empty(await cloud.Stack.SuppressionsAsync(address));
    }

    [Theory]
    [InlineData("full", "Transient/MailboxFull")]
    [InlineData("undetermined", "Undetermined/Undetermined")]
    public async Task A_bounce_that_is_not_permanent_ends_with_Bounced_and_suppresses_nobody(string mailbox, string reason)
    {
        var address = $"{mailbox}+{Guid.NewGuid():N}@recipients.test";

        var ending = await cloud.Stack.SendAsync(StackClient.Mail(address));

        Assert.Equal("Bounced", ending.Kind);
        Assert.StartsWith(reason, ending.Outcome!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await cloud.Stack.SuppressionsAsync(address));
    }

    [Fact]
    public async Task A_mail_server_that_answers_without_end_does_not_keep_the_flow_waiting()
    {
        var (arn, sendId) = await WaitingAsync("delay");
        var row = await cloud.Stack.LedgerRowAsync(sendId);
        var mail = new SampleMail(sendId, row!["to"].S) { MessageId = row["messageId"].S };

        // Escaped, each of these takes six characters.
        await cloud.TakeInAsync(mail.Bounce(diagnostic: new string('<', 100_000)));

        var ending = await cloud.Stack.EndAsync(arn);
        Assert.Equal("Bounced", ending.Kind);
        Assert.StartsWith("Permanent/General: <<<", ending.Outcome!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        cloud.Cloud.Clock.Advance(AwaitFeedbackCloud.FollowUp);
        await cloud.ProcessedAsync();
    }

    [Fact]
    public async Task Feedback_for_a_flow_that_was_stopped_is_kept_and_no_dead_letter()
    {
        var (arn, sendId) = await WaitingAsync("delay");
        await ExecutionCall.StopAsync(cloud.Cloud, arn);

        cloud.Cloud.Clock.Advance(AwaitFeedbackCloud.FollowUp);
        await FateAsync(sendId, "Delivered");
        await cloud.ProcessedAsync();

        Assert.Empty(cloud.Cloud.Lambda.PendingEvents);
        Assert.Empty(await cloud.UnprocessedAsync());
    }

    /// <summary>Starts a mail to one of the mailboxes whose news come late, and waits until its flow waits and no function runs.</summary>
    private async Task<(string Arn, string SendId)> WaitingAsync(string mailbox, StackClient? stack = null)
    {
        var sendId = StackClient.NewSendId();
        var arn = await (stack ?? cloud.Stack).StartAsync(StackClient.Mail($"{mailbox}+{Guid.NewGuid():N}@recipients.test"), sendId);
        await Until.TrueAsync(() => Events("AwaitFeedback", sendId).Contains("wait-began"), Deadline, "the flow to wait");
        await Until.TrueAsync(() => Events("HandleFeedback", sendId).Contains("feedback-received"), Deadline, "the delay to be told");
        await cloud.ProcessedAsync();
        return (arn, sendId);
    }

    private async Task FateAsync(string sendId, string fate, StackClient? stack = null) => await Until.IsAsync(
        () => (stack ?? cloud.Stack).LedgerRowAsync(sendId),
        row => row is not null && row.TryGetValue("fate", out var known) && known.S == fate,
        Deadline,
        $"the fate {fate}");

    /// <summary>What one function logged about a send.</summary>
    private List<string> Events(string function, string sendId) =>
        [.. LogAudit.Lines(cloud.Cloud.Logs).Where(line => (string?)line["function"] == function && (string?)line["sendId"] == sendId).Select(line => (string)line["event"]!)];
}

/// <summary>A cloud whose late news wait for the clock, and which tells complaints after deliveries.</summary>
public sealed class AwaitFeedbackCloud : FeedbackCloud
{
    /// <summary>From the first news of a mail to the second.</summary>
    public static readonly TimeSpan FollowUp = TimeSpan.FromMinutes(5);

    /// <summary>Less than <see cref="FollowUp"/>.</summary>
    public static readonly TimeSpan HastyWait = TimeSpan.FromMinutes(2);

    /// <summary>A stack that waits for <see cref="HastyWait"/> only.</summary>
    public StackClient Hasty { get; private set; } = null!;

    protected override SesOptions Ses => new() { FollowUpDelay = FollowUp, ComplaintBeforeDelivery = false };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Hasty = await TestStack.DeployAsync(Cloud, "hasty", ("awaitFeedbackSeconds", $"{HastyWait.TotalSeconds}"));
        await ProcessedAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        Hasty?.Dispose();
        await base.DisposeAsync();
    }
}
