using System.Text.Json.Nodes;
using SesCompliance.Local.Ses;

namespace SesCompliance.Tests.Local.Ses;

public class MailboxTests
{
    [Theory]
    [InlineData("success@simulator.amazonses.com", new[] { "Send", "Delivery" }, MailState.Delivered)]
    [InlineData("success+label@simulator.amazonses.com", new[] { "Send", "Delivery" }, MailState.Delivered)]
    [InlineData("someone@elsewhere.org", new[] { "Send", "Delivery" }, MailState.Delivered)]
    [InlineData("bounce@simulator.amazonses.com", new[] { "Send", "Bounce" }, MailState.Bounced)]
    [InlineData("bounce+x@simulator.amazonses.com", new[] { "Send", "Bounce" }, MailState.Bounced)]
    [InlineData("suppressionlist@simulator.amazonses.com", new[] { "Send", "Bounce" }, MailState.Bounced)]
    [InlineData("ooto@simulator.amazonses.com", new[] { "Send", "Delivery", "Bounce" }, MailState.Delivered)]
    [InlineData("complaint@simulator.amazonses.com", new[] { "Send", "Complaint", "Delivery" }, MailState.Complained)]
    [InlineData("delay@recipients.test", new[] { "Send", "DeliveryDelay", "Delivery" }, MailState.Delivered)]
    [InlineData("full@recipients.test", new[] { "Send", "Bounce" }, MailState.SoftBounced)]
    [InlineData("undetermined@recipients.test", new[] { "Send", "Bounce" }, MailState.SoftBounced)]
    public async Task An_address_has_its_mailbox_s_events(string address, string[] events, MailState state)
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(address);

        Assert.Equal(events, world.Topics.EventTypes);
        Assert.Equal(state, world.Ses.Outbox.Find(id)!.State);
        Assert.Empty(world.Ses.Errors);
    }

    [Fact]
    public async Task A_complaint_can_come_after_its_delivery()
    {
        await using var world = await SesWorld.CreateAsync(SesWorld.NoDelays with { ComplaintBeforeDelivery = false });

        await world.SendAsync("complaint@simulator.amazonses.com");

        Assert.Equal(["Send", "Delivery", "Complaint"], world.Topics.EventTypes);
    }

    [Theory]
    [InlineData("bounce@simulator.amazonses.com", "Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown")]
    [InlineData("ooto@simulator.amazonses.com", "Transient", "General", null, null)]
    [InlineData("full@recipients.test", "Transient", "MailboxFull", "4.2.2", "smtp; 452 4.2.2 mailbox full")]
    [InlineData("undetermined@recipients.test", "Undetermined", "Undetermined", null, null)]
    public async Task A_bounce_says_why(string address, string type, string subType, string? status, string? diagnostic)
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync(address);

        var bounce = world.Event("Bounce")["bounce"]!;
        Assert.Equal((type, subType), ((string?)bounce["bounceType"], (string?)bounce["bounceSubType"]));
        var recipient = Assert.Single(bounce["bouncedRecipients"]!.AsArray())!;
        Assert.Equal((address, status, diagnostic), ((string?)recipient["emailAddress"], (string?)recipient["status"], (string?)recipient["diagnosticCode"]));
    }

    [Fact]
    public async Task The_global_suppression_list_bounces_permanently_with_its_own_subtype()
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync("suppressionlist@simulator.amazonses.com");

        var bounce = world.Event("Bounce")["bounce"]!;
        Assert.Equal(("Permanent", "Suppressed"), ((string?)bounce["bounceType"], (string?)bounce["bounceSubType"]));
    }

    [Fact]
    public async Task One_event_names_all_recipients_of_one_fate_and_no_others()
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(SesWorld.Mail("bounce+1@simulator.amazonses.com") with
        {
            Destination = new Destination(["bounce+1@simulator.amazonses.com", "fine@elsewhere.org"], ["bounce+2@simulator.amazonses.com"], ["hidden@elsewhere.org"]),
        });

        var bounced = world.Event("Bounce")["bounce"]!["bouncedRecipients"]!.AsArray().Select(recipient => (string)recipient!["emailAddress"]!);
        Assert.Equal(["bounce+1@simulator.amazonses.com", "bounce+2@simulator.amazonses.com"], bounced);
        var delivered = world.Event("Delivery");
        Assert.Equal(["fine@elsewhere.org", "hidden@elsewhere.org"], Texts(delivered["delivery"]!["recipients"]!));
        Assert.Equal(4, delivered["mail"]!["destination"]!.AsArray().Count);
        Assert.Equal(MailState.Bounced, world.Ses.Outbox.Find(id)!.State);
        Assert.Equal(MailState.Delivered, world.Ses.Outbox.Find(id)!.Recipients["fine@elsewhere.org"]);
    }

    [Fact]
    public async Task A_virus_is_rejected()
    {
        await using var world = await SesWorld.CreateAsync();
        var eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

        var id = await world.SendAsync(SesWorld.Mail("a@elsewhere.org") with { Content = new EmailContent.Simple("s", eicar, null, []) });

        Assert.Equal(["Send", "Reject"], world.Topics.EventTypes);
        Assert.Equal("Bad content", (string?)world.Event("Reject")["reject"]!["reason"]);
        Assert.Equal(MailState.Rejected, world.Ses.Outbox.Find(id)!.State);
    }

    [Fact]
    public async Task Events_take_their_time_on_the_cloud_s_clock()
    {
        await using var world = await SesWorld.CreateAsync(new SesOptions());
        await world.Ses.SendEmailAsync(SesWorld.Mail("a@elsewhere.org"), SesCompliance.Local.Iam.CredentialStore.Operator, SesWorld.Cancellation);
        Assert.Empty(world.Topics.Events);

        var idle = world.Ses.IdleAsync(SesWorld.Cancellation);
        while (!idle.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, SesWorld.Cancellation);
            world.Time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange((long)world.Event("Delivery")["delivery"]!["processingTimeMillis"]!, 150, 1000);
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => (string)text!);
}
