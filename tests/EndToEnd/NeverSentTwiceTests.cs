using Amazon.StepFunctions.Model;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>SES's faults strike whoever calls next, so these tests have a cloud of their own and run one after the other.</summary>
public sealed class NeverSentTwiceTests(FaultyCloudFixture fixture) : IClassFixture<FaultyCloudFixture>
{
    [Fact]
    public async Task A_broken_connection_after_SES_took_the_mail_leaves_it_unconfirmed_and_sent_once()
    {
        var (sendId, mail) = (StackClient.NewSendId(), StackClient.Mail("once@example.org"));
        fixture.Cloud.Ses.Faults.AcceptAndBreak();

        var ending = await fixture.Open.SendAsync(mail, sendId);

        Assert.Equal("SendUnconfirmed", ending.Error);
        Assert.Single(fixture.Cloud.Ses.Outbox.To("once@example.org"));

        await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => fixture.Open.StartAsync(mail, sendId));
        await SendAgainUnderTheSameIdAsync(mail, sendId);
        Assert.Single(fixture.Cloud.Ses.Outbox.To("once@example.org"));
    }

    [Fact]
    public async Task An_unconfirmed_mail_is_not_tried_again_even_if_SES_never_took_it()
    {
        var (sendId, mail) = (StackClient.NewSendId(), StackClient.Mail("unconfirmed@example.org"));
        fixture.Cloud.Ses.Faults.Fail();
        Assert.Equal("SendUnconfirmed", (await fixture.Open.SendAsync(mail, sendId)).Error);

        var ending = await fixture.Open.SendAsync(mail, sendId, TwinOfTheStateMachine("second"));

        Assert.Equal("SendUnconfirmed", ending.Error);
        Assert.Empty(fixture.Cloud.Ses.Outbox.To("unconfirmed@example.org"));
    }

    [Fact]
    public async Task A_function_that_dies_after_SES_answered_leaves_the_mail_unconfirmed_and_sent_once()
    {
        var (sendId, mail) = (StackClient.NewSendId(), StackClient.Mail("killed@example.org"));
        fixture.Cloud.Ses.Faults.Delay(TimeSpan.FromMinutes(1));
        var arn = await fixture.Open.StartAsync(mail, sendId);
        await Until.TrueAsync(() => fixture.Cloud.Ses.Outbox.To("killed@example.org").Count == 1, TimeSpan.FromSeconds(20), "SES to take the mail");

        foreach (var process in FunctionProcesses.Of(fixture.Cloud, "ses-send-email-open"))
        {
            process.Kill();
        }

        var ending = await fixture.Open.EndAsync(arn);
        Assert.Equal("SendUnconfirmed", ending.Error);
        await SendAgainUnderTheSameIdAsync(mail, sendId);
        Assert.Single(fixture.Cloud.Ses.Outbox.To("killed@example.org"));
    }

    [Fact]
    public async Task A_message_id_that_cannot_be_noted_does_not_send_again()
    {
        var (sendId, mail) = (StackClient.NewSendId(), StackClient.Mail("unnoted@example.org"));
        fixture.Cloud.Ses.Faults.Delay(TimeSpan.FromSeconds(1));
        var arn = await fixture.NoWait.StartAsync(mail, sendId);
        await Until.TrueAsync(() => fixture.Cloud.Ses.Outbox.To("unnoted@example.org").Count == 1, TimeSpan.FromSeconds(20), "SES to take the mail");
        using var outage = fixture.Cloud.DynamoDb.Faults.Fail(fixture.NoWait.Stack.Outputs["sendLedger"], DynamoDbFault.ServerError, operations: "UpdateItem");

        var ending = await fixture.NoWait.EndAsync(arn);

        Assert.Equal("Sent", ending.Kind);
        Assert.Single(fixture.Cloud.Ses.Outbox.To("unnoted@example.org"));
    }

    [Fact]
    public async Task Throttling_is_retried_until_SES_takes_the_mail_once()
    {
        fixture.Cloud.Ses.Faults.Throttle(calls: 2);

        var ending = await fixture.Open.SendAsync(StackClient.Mail("throttled@example.org"));

        Assert.Equal("Delivered", ending.Kind);
        Assert.Single(fixture.Cloud.Ses.Outbox.To("throttled@example.org"));
    }

    [Fact]
    public async Task A_refusal_ends_with_SendFailed_and_says_why()
    {
        var failed = await fixture.Open.MetricAsync("EmailsFailed");
        fixture.Cloud.Ses.Faults.Refuse("AccountSuspendedException", "The account is suspended.", 400);

        var ending = await fixture.Open.SendAsync(StackClient.Mail("refused@example.org"));

        Assert.Equal("SendFailed", ending.Error);
        Assert.Contains("AccountSuspended", ending.Cause, StringComparison.Ordinal);
        Assert.Equal(["CheckSuppression", "IsSuppressed", "SendEmail", "CountFailed", "WhyFailed", "SendFailed"], ending.Path);
        Assert.Equal(failed + 1, await fixture.Open.MetricAsync("EmailsFailed"));
        Assert.Empty(fixture.Cloud.Ses.Outbox.To("refused@example.org"));
    }

    [Fact]
    public async Task A_redriven_execution_does_not_send_again()
    {
        var (sendId, mail) = (StackClient.NewSendId(), StackClient.Mail("redriven@example.org"));
        fixture.Cloud.Ses.Faults.AcceptAndBreak();
        var arn = await fixture.Open.StartAsync(mail, sendId);
        Assert.Equal("SendUnconfirmed", (await fixture.Open.EndAsync(arn)).Error);

        await ExecutionCall.RedriveAsync(fixture.Cloud, arn);

        Assert.Equal("SendUnconfirmed", (await fixture.Open.EndAsync(arn)).Error);
        Assert.Single(fixture.Cloud.Ses.Outbox.To("redriven@example.org"));
    }

    [Fact]
    public async Task Eight_starts_of_the_same_id_at_once_are_one_execution()
    {
        var (sendId, mail) = (StackClient.NewSendId(), StackClient.Mail("eight@example.org"));

        var arns = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.Open.StartAsync(mail, sendId)));

        Assert.Single(arns.Distinct());
        await fixture.Open.EndAsync(arns[0]);
        Assert.Single(fixture.Cloud.Ses.Outbox.To("eight@example.org"));
    }

    /// <summary>Sends under the same id through another state machine of the same definition: only the ledger stands between it and a second mail.</summary>
    private async Task SendAgainUnderTheSameIdAsync(System.Text.Json.Nodes.JsonObject mail, string sendId)
    {
        // SES's word finds the unconfirmed mail's row, so the ledger knows in the end.
        var row = await Until.IsAsync(
            () => fixture.Open.LedgerRowAsync(sendId), row => row!.TryGetValue("fate", out var fate) && fate.S == "Delivered", TimeSpan.FromSeconds(20), "the fate in the ledger");

        var ending = await fixture.Open.SendAsync(mail, sendId, TwinOfTheStateMachine("twin"));

        Assert.Equal(("Delivered", row!["messageId"].S), (ending.Kind, ending.Outcome!["messageId"]!.GetValue<string>()));
    }

    private string TwinOfTheStateMachine(string suffix)
    {
        var machine = fixture.Cloud.StateMachines.Get(fixture.Open.StateMachineArn);
        var twin = fixture.Cloud.StateMachines.Create($"{machine.Name}-{suffix}", machine.DefinitionText, machine.RoleArn).Arn;

        // The functions' own policies let them end the waits of the declared state machine only.
        foreach (var role in (string[])["ses-await-feedback-open", "ses-notification-handler-open"])
        {
            fixture.Cloud.Iam.PutRolePolicy(
                role,
                suffix,
                $$"""{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["states:SendTaskSuccess", "states:SendTaskFailure"], "Resource": "{{twin}}"}]}""");
        }

        return twin;
    }
}
