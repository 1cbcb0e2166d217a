using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;

namespace SesCompliance.Tests.Local.Ses;

public class SesFaultTests
{
    [Fact]
    public async Task A_throttled_call_mails_nothing_and_the_next_one_works()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Faults.Throttle();

        Assert.Equal("TooManyRequestsException", (await SendRefusalTests.RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).Code);
        Assert.Empty(world.Ses.Outbox.Mails);

        await world.SendAsync("a@elsewhere.org");
    }

    [Fact]
    public async Task A_failing_call_mails_nothing()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Faults.Fail(calls: 2);

        Assert.Equal(500, (await SendRefusalTests.RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).StatusCode);
        Assert.Equal(500, (await SendRefusalTests.RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).StatusCode);
        Assert.Empty(world.Ses.Outbox.Mails);
    }

    [Fact]
    public async Task A_call_whose_answer_is_lost_has_mailed()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Faults.AcceptAndBreak();

        var result = await world.Ses.SendEmailAsync(SesWorld.Mail("a@elsewhere.org"), CredentialStore.Operator, SesWorld.Cancellation);
        await world.Ses.IdleAsync(SesWorld.Cancellation);

        Assert.True(result.AnswerIsLost);
        Assert.Equal(MailState.Delivered, Assert.Single(world.Ses.Outbox.Mails).State);
    }

    [Fact]
    public async Task A_call_whose_answer_is_an_error_can_have_mailed_too()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Faults.AcceptAndFail();

        Assert.Equal(500, (await SendRefusalTests.RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).StatusCode);
        Assert.Single(world.Ses.Outbox.Mails);
    }

    [Fact]
    public async Task A_late_answer_is_late_on_the_cloud_s_clock_and_the_mail_is_not()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Faults.Delay(TimeSpan.FromSeconds(30));

        var call = world.Ses.SendEmailAsync(SesWorld.Mail("a@elsewhere.org"), CredentialStore.Operator, SesWorld.Cancellation);
        await world.Ses.IdleAsync(SesWorld.Cancellation);
        Assert.Single(world.Ses.Outbox.Mails);
        Assert.False(call.IsCompleted);

        world.Time.Advance(TimeSpan.FromSeconds(30));
        await call;
    }
}
