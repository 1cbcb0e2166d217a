namespace SesCompliance.Tests.EndToEnd;

public class SendFlowTests(CloudFixture fixture)
{
    [Fact]
    public async Task A_mail_that_arrives_ends_with_Delivered()
    {
        var sendId = StackClient.NewSendId();

        var ending = await fixture.Open.SendAsync(StackClient.Mail("New.User@Example.ORG"), sendId);

        Assert.Equal(
            ["CheckSuppression", "IsSuppressed", "SendEmail", "CountSent", "WaitForFeedback", "AwaitFeedback", "Fate", "Delivered"], ending.Path);
        Assert.Equal("Delivered", ending.Kind);
        Assert.Equal(sendId, ending.Outcome!["sendId"]!.GetValue<string>());
        Assert.Equal("new.user@example.org", ending.Outcome["to"]!.GetValue<string>());
        var mail = fixture.Cloud.Ses.Outbox.Find(ending.Outcome["messageId"]!.GetValue<string>())!;
        Assert.Equal(("verify@example.com", "Your code", "493 021"), (mail.From, mail.Subject, mail.Text));
        Assert.Equal("Delivered", (await fixture.Open.LedgerRowAsync(sendId))!["fate"].S);
    }

    [Fact]
    public async Task An_address_that_bounced_is_never_mailed_again()
    {
        var address = $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com";

        var first = await fixture.Open.SendAsync(StackClient.Mail(address));
        var second = await fixture.Open.SendAsync(StackClient.Mail(address.ToUpperInvariant()));

        Assert.Equal("Bounced", first.Kind);
        Assert.Contains("5.1.1", first.Outcome!["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("Suppressed", "BOUNCE"), (second.Kind, second.Outcome!["reason"]!.GetValue<string>()));
        Assert.Equal(["CheckSuppression", "IsSuppressed", "CountSuppressed", "Suppressed"], second.Path);
        Assert.Single(fixture.Cloud.Ses.Outbox.To(address));
    }

    [Fact]
    public async Task A_mail_that_is_reported_as_spam_ends_with_Complained_and_suppresses()
    {
        var address = $"complaint+{Guid.NewGuid():N}@simulator.amazonses.com";

        var ending = await fixture.Open.SendAsync(StackClient.Mail(address));

        Assert.Equal(("Complained", "abuse"), (ending.Kind, ending.Outcome!["reason"]!.GetValue<string>()));
        Assert.Equal(["COMPLAINT"], (await fixture.Open.SuppressionsAsync(address)).Keys);
    }

    [Fact]
    public async Task An_out_of_office_answer_does_not_suppress()
    {
        var address = $"ooto+{Guid.NewGuid():N}@simulator.amazonses.com";

        var ending = await fixture.Open.SendAsync(StackClient.Mail(address));

        Assert.Equal("Delivered", ending.Kind);
        Assert.Empty(await fixture.Open.SuppressionsAsync(address));
    }

    [Theory]
    [InlineData("""{"to": "one@example.com, two@example.com", "subject": "s", "text": "t"}""")]
    [InlineData("""{"to": "one@example.com", "subject": "s", "text": "t", "cc": "two@example.com"}""")]
    [InlineData("""{"to": "one@example.com", "subject": "s\r\nBcc: two@example.com", "text": "t"}""")]
    [InlineData("""{"to": "one@example.com", "subject": "s", "text": "t", "template": {"name": "n", "data": {}}}""")]
    [InlineData("""{"to": "one@example.com", "subject": "s"}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public async Task An_invalid_request_is_refused_before_anything_is_sent(string request)
    {
        var sent = fixture.Cloud.Ses.Outbox.To("one@example.com").Count;

        var ending = await fixture.Open.EndAsync(await fixture.Open.StartAsync(request, StackClient.NewSendId(), null));

        Assert.Equal(("InvalidRequest", "InvalidRequest"), (ending.Error, ending.Path[^1]));
        Assert.Equal(["CheckSuppression", "CountRefused", "WhyRefused", "InvalidRequest"], ending.Path);
        Assert.Equal(sent, fixture.Cloud.Ses.Outbox.To("one@example.com").Count);
    }

    [Fact]
    public async Task A_request_that_has_expired_is_not_sent()
    {
        var request = StackClient.Mail("late@example.org");
        request["expiresAt"] = fixture.Cloud.Clock.GetUtcNow().AddMinutes(-1).ToString("O");

        var ending = await fixture.Open.SendAsync(request);

        Assert.Equal("Expired", ending.Error);
        Assert.Empty(fixture.Cloud.Ses.Outbox.To("late@example.org"));
    }

    [Fact]
    public async Task Without_waiting_the_outcome_is_Sent_and_the_ledger_tells_the_fate_later()
    {
        var sendId = StackClient.NewSendId();

        var ending = await fixture.NoWait.SendAsync(StackClient.Mail("success@simulator.amazonses.com"), sendId);

        Assert.Equal("Sent", ending.Kind);
        Assert.DoesNotContain("AwaitFeedback", ending.Path);
        await Until.IsAsync(
            () => fixture.NoWait.LedgerRowAsync(sendId), row => row!.TryGetValue("fate", out var fate) && fate.S == "Delivered", TimeSpan.FromSeconds(20), "the fate in the ledger");
    }

    [Fact]
    public async Task Each_outcome_is_counted_once_under_its_stack()
    {
        var address = $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com";
        var (sent, suppressed) = (await fixture.Closed.MetricAsync("EmailsSent"), await fixture.Closed.MetricAsync("EmailsSuppressed"));

        await fixture.Closed.SendAsync(StackClient.Mail(address));
        await fixture.Closed.SendAsync(StackClient.Mail(address));

        Assert.Equal(sent + 1, await fixture.Closed.MetricAsync("EmailsSent"));
        Assert.Equal(suppressed + 1, await fixture.Closed.MetricAsync("EmailsSuppressed"));
    }

    [Fact]
    public async Task Stacks_keep_lists_of_their_own()
    {
        var address = $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com";

        await fixture.Open.SendAsync(StackClient.Mail(address));

        Assert.NotEmpty(await fixture.Open.SuppressionsAsync(address));
        Assert.Empty(await fixture.Closed.SuppressionsAsync(address));
    }
}
