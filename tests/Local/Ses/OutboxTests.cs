using SesCompliance.Local.Ses;

namespace SesCompliance.Tests.Local.Ses;

public class OutboxTests
{
    [Fact]
    public void The_oldest_mail_goes_when_the_outbox_is_full()
    {
        var outbox = new Outbox(capacity: 2);
        foreach (var subject in new[] { "1", "2", "3" })
        {
            outbox.Deliver("a@elsewhere.org", subject, "text", DateTimeOffset.UnixEpoch);
        }

        Assert.Equal(["2", "3"], outbox.Mails.Select(mail => mail.Subject));
        Assert.Null(outbox.Find("sns-1"));
    }

    [Fact]
    public async Task A_mail_is_told_of_as_it_comes_in_and_as_its_state_changes()
    {
        await using var world = await SesWorld.CreateAsync();
        List<MailState> states = [];
        world.Ses.Outbox.Changed += mail => states.Add(mail.State);

        await world.SendAsync("bounce@simulator.amazonses.com");

        Assert.Equal([MailState.Accepted, MailState.Bounced], states);
    }

    [Fact]
    public async Task A_mail_is_kept_with_all_that_it_had()
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(SesWorld.Mail("Ann <a@elsewhere.org>") with { EmailTags = [new MailTag("send-id", "7")] });

        var mail = Assert.Single(world.Ses.Outbox.To("A@elsewhere.org"));
        Assert.Equal((id, "bot@example.com", "Your code", "It is 1234", "set"), (mail.MessageId, mail.From, mail.Subject, mail.Text, mail.ConfigurationSet));
        Assert.Equal(["Ann <a@elsewhere.org>"], mail.To);
        Assert.Equal([new MailTag("send-id", "7")], mail.Tags);
    }
}
