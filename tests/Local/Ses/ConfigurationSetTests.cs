using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;
using SesCompliance.Tests.Local.Sns;

namespace SesCompliance.Tests.Local.Ses;

public class ConfigurationSetTests
{
    [Fact]
    public async Task A_new_destination_s_topic_gets_SES_s_validation_text()
    {
        await using var world = await SesWorld.CreateAsync();

        var (topic, message, _, publisher) = Assert.Single(world.Topics.Published);
        Assert.Equal((RecordingTopics.Arn, "Successfully validated SNS topic for Amazon SES event publishing."), (topic, message));
        Assert.Equal(new ServicePrincipal("ses.amazonaws.com", "arn:aws:ses:us-east-1:000000000000:configuration-set/set"), publisher);
    }

    [Fact]
    public async Task A_topic_that_does_not_let_SES_publish_is_no_destination()
    {
        await using var world = await SesWorld.CreateAsync();

        var refusal = await Assert.ThrowsAsync<AwsException>(() => world.Ses.CreateEventDestinationAsync(
            "set", new EventDestination("other", "arn:aws:sns:us-east-1:000000000000:closed", [SesEventType.Send]), SesWorld.Cancellation));

        Assert.Equal("BadRequestException", refusal.Code);
        Assert.Single(world.Ses.ConfigurationSets.Find("set").Destinations);
    }

    [Fact]
    public async Task A_topic_that_is_not_there_is_no_destination()
    {
        await using var sns = new SnsWorld();
        await using var ses = new SesService(sns.Time, new Random(1), sns.Topics);
        ses.ConfigurationSets.Create(new ConfigurationSet("set"));

        var refusal = await Assert.ThrowsAsync<AwsException>(() => ses.CreateEventDestinationAsync(
            "set", new EventDestination("topic", RecordingTopics.Arn, [SesEventType.Send]), SesWorld.Cancellation));

        Assert.Contains("Topic does not exist", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destination_gets_only_the_events_that_it_matches()
    {
        await using var world = await SesWorld.CreateAsync();
        var set = world.Ses.ConfigurationSets.Find("set");
        world.Ses.ConfigurationSets.Set(set with { Destinations = [set.Destinations[0] with { MatchingEventTypes = [SesEventType.Bounce] }] });

        await world.SendAsync("bounce@simulator.amazonses.com");

        Assert.Equal(["Bounce"], world.Topics.EventTypes);
    }

    [Fact]
    public async Task A_disabled_destination_gets_nothing()
    {
        await using var world = await SesWorld.CreateAsync();
        var set = world.Ses.ConfigurationSets.Find("set");
        world.Ses.ConfigurationSets.Set(set with { Destinations = [set.Destinations[0] with { Enabled = false }] });

        await world.SendAsync("a@elsewhere.org");

        Assert.Empty(world.Topics.Events);
    }

    [Fact]
    public async Task Mail_without_a_configuration_set_loses_its_events()
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(SesWorld.Mail("a@elsewhere.org") with { ConfigurationSetName = null });

        Assert.Empty(world.Topics.Events);
        Assert.Equal(MailState.Delivered, world.Ses.Outbox.Find(id)!.State);
    }

    [Fact]
    public async Task The_identity_s_default_set_applies_where_the_mail_names_none()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Identities.Set(world.Ses.Identities.Find("example.com") with { ConfigurationSetName = "set" });

        await world.SendAsync(SesWorld.Mail("a@elsewhere.org") with { ConfigurationSetName = null });

        Assert.Equal(["Send", "Delivery"], world.Topics.EventTypes);
    }

    [Fact]
    public async Task An_event_that_no_topic_takes_is_kept_among_the_errors_and_the_mail_goes_on()
    {
        await using var world = await SesWorld.CreateAsync();
        var set = world.Ses.ConfigurationSets.Find("set");
        world.Ses.ConfigurationSets.Set(set with { Destinations = [set.Destinations[0] with { TopicArn = "arn:aws:sns:us-east-1:000000000000:closed" }] });

        var id = await world.SendAsync("a@elsewhere.org");

        Assert.Equal(2, world.Ses.Errors.Count);
        Assert.Equal(MailState.Delivered, world.Ses.Outbox.Find(id)!.State);
    }

    [Fact]
    public async Task What_happens_is_counted_per_set_with_the_simulator_left_out_of_reputation()
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync("bounce@recipients.test");
        await world.SendAsync("bounce@simulator.amazonses.com");

        Assert.Equal(
            [(SesEventType.Send, true), (SesEventType.Bounce, true), (SesEventType.Send, false), (SesEventType.Bounce, false)],
            world.Counts.Select(count => (count.Type, count.CountsForReputation)));
        Assert.All(world.Counts, count => Assert.Equal(("set", 1), (count.ConfigurationSet, count.Recipients)));
    }

    [Theory]
    [InlineData("OPEN")]
    [InlineData("NOTHING")]
    public void An_event_type_that_never_happens_here_is_refused(string name) => Assert.Throws<AwsException>(() => SesEventTypes.Parse(name));

    [Fact]
    public void Event_types_have_the_API_s_names() => Assert.Equal(
        ["SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY", "RENDERING_FAILURE", "DELIVERY_DELAY"],
        Enum.GetValues<SesEventType>().Select(type => type.ApiName()));
}
