using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;

namespace SesCompliance.Tests.Local.Ses;

/// <summary>SES with the verified domain example.com and the configuration set <c>set</c>, whose events of every kind are recorded; nothing takes time.</summary>
internal sealed class SesWorld : IAsyncDisposable, ISesMetrics
{
    public static readonly SesOptions NoDelays = new() { SendDelay = TimeSpan.Zero, DeliveryDelay = TimeSpan.Zero, FollowUpDelay = TimeSpan.Zero };

    private SesWorld(SesOptions options) => Ses = new SesService(Time, new Random(1), Topics, options: options, metrics: this);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public RecordingTopics Topics { get; } = new();

    public ConcurrentQueue<SesCount> Counts { get; } = new();

    public SesService Ses { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SesWorld> CreateAsync(SesOptions? options = null)
    {
        var world = new SesWorld(options ?? NoDelays);
        world.Ses.Identities.Create("example.com");
        world.Ses.ConfigurationSets.Create(new ConfigurationSet("set"));
        await world.Ses.CreateEventDestinationAsync("set", new EventDestination("topic", RecordingTopics.Arn, Enum.GetValues<SesEventType>()), Cancellation);
        return world;
    }

    public static SendEmailRequest Mail(string to, string from = "bot@example.com") => new(new EmailContent.Simple("Your code", "It is 1234", null, []))
    {
        FromEmailAddress = from,
        Destination = new Destination([to], [], []),
        ConfigurationSetName = "set",
    };

    public Task<string> SendAsync(string to) => SendAsync(Mail(to));

    /// <summary>Sends, and waits until the mail's events are published.</summary>
    public async Task<string> SendAsync(SendEmailRequest request)
    {
        var result = await Ses.SendEmailAsync(request, CredentialStore.Operator, Cancellation);
        await Ses.IdleAsync(Cancellation);
        return result.MessageId;
    }

    /// <summary>The one event of this type.</summary>
    public JsonObject Event(string type) => Assert.Single(Topics.Events, happened => (string?)happened["eventType"] == type);

    public void Count(SesCount count) => Counts.Enqueue(count);

    public ValueTask DisposeAsync() => Ses.DisposeAsync();
}
