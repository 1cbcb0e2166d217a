using SesCompliance.Local.Ses;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Ses;

public class AccountSuppressionTests
{
    [Fact]
    public async Task Mail_to_a_listed_address_is_accepted_counted_and_never_tried()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Suppressions.Put("listed@elsewhere.org", "BOUNCE");

        var id = await world.SendAsync("Listed@elsewhere.org");

        Assert.Equal(["Send", "Bounce"], world.Topics.EventTypes);
        var bounce = world.Event("Bounce")["bounce"]!;
        Assert.Equal(("Permanent", "OnAccountSuppressionList"), ((string?)bounce["bounceType"], (string?)bounce["bounceSubType"]));
        Assert.Equal(MailState.Suppressed, world.Ses.Outbox.Find(id)!.State);
        Assert.Equal(1, world.Ses.SentLast24Hours);
        Assert.DoesNotContain(world.Counts, count => count is { Type: SesEventType.Bounce, CountsForReputation: true });
    }

    [Fact]
    public async Task An_address_listed_for_a_complaint_gives_a_complaint_that_was_never_made()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Suppressions.Put("listed@elsewhere.org", "COMPLAINT");

        await world.SendAsync("listed@elsewhere.org");

        Assert.Equal("OnAccountSuppressionList", (string?)world.Event("Complaint")["complaint"]!["complaintSubType"]);
    }

    [Theory]
    [InlineData("bounce@recipients.test", "BOUNCE")]
    [InlineData("complaint@recipients.test", "COMPLAINT")]
    public async Task A_hard_bounce_or_a_complaint_lists_its_address(string address, string reason)
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(address);

        var entry = world.Ses.Suppressions.Find(address);
        Assert.Equal((reason, id), (entry.Reason, entry.MessageId));
        Assert.NotNull(entry.FeedbackId);
    }

    [Theory]
    [InlineData("bounce@simulator.amazonses.com")]
    [InlineData("complaint@simulator.amazonses.com")]
    [InlineData("full@recipients.test")]
    [InlineData("ooto@recipients.test")]
    public async Task The_simulator_and_soft_bounces_list_nobody(string address)
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync(address);

        Assert.Empty(world.Ses.Suppressions.All);
    }

    [Fact]
    public async Task A_reason_that_the_account_does_not_suppress_for_lists_and_stops_nothing()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { SuppressedReasons = ["COMPLAINT"] };
        world.Ses.Suppressions.Put("listed@elsewhere.org", "BOUNCE");

        await world.SendAsync("listed@elsewhere.org");
        await world.SendAsync("bounce@recipients.test");

        Assert.Equal(["Send", "Delivery", "Send", "Bounce"], world.Topics.EventTypes);
        Assert.Single(world.Ses.Suppressions.All);
    }

    [Fact]
    public async Task A_configuration_set_s_own_reasons_go_before_the_account_s()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.ConfigurationSets.Set(world.Ses.ConfigurationSets.Find("set") with { SuppressedReasons = [] });
        world.Ses.Suppressions.Put("listed@elsewhere.org", "BOUNCE");

        await world.SendAsync("listed@elsewhere.org");

        Assert.Equal(["Send", "Delivery"], world.Topics.EventTypes);
    }

    [Fact]
    public async Task Removing_what_is_not_listed_is_not_found()
    {
        await using var world = await SesWorld.CreateAsync();

        Assert.Equal("NotFoundException", Assert.Throws<AwsException>(() => world.Ses.Suppressions.Delete("a@elsewhere.org")).Code);
    }
}
