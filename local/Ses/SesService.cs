using SesCompliance.Local.Iam;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>SES: what the account has, and sending.</summary>
public sealed class SesService : IAsyncDisposable
{
    private readonly BackgroundWork background = new();
    private readonly TimeProvider time;
    private readonly SesIds ids;
    private readonly SendQuota quota;
    private readonly SendGate gate;
    private readonly MailComposer composer;
    private readonly EventPublisher publisher;
    private readonly MailDelivery delivery;

    public SesService(TimeProvider time, Random random, ITopics topics, Outbox? outbox = null, SesOptions? options = null, ISesMetrics? metrics = null)
    {
        this.time = time;
        options ??= new SesOptions();
        var shared = new SharedRandom(random);
        ids = new SesIds(time, shared);
        quota = new SendQuota(time);
        Identities = new IdentityStore(shared);
        Templates = new TemplateStore(time);
        Suppressions = new SuppressionList(time);
        Outbox = outbox ?? new Outbox(options.OutboxCapacity);
        gate = new SendGate(Identities, ConfigurationSets, quota);
        composer = new MailComposer(Templates, shared);
        publisher = new EventPublisher(topics, ConfigurationSets, metrics, time);
        delivery = new MailDelivery(time, options, new SesEvents(time, ids), publisher, Suppressions, Outbox, background.Report);
    }

    public IdentityStore Identities { get; }

    public ConfigurationSetStore ConfigurationSets { get; } = new();

    public TemplateStore Templates { get; }

    /// <summary>The account-level suppression list.</summary>
    public SuppressionList Suppressions { get; }

    public Outbox Outbox { get; }

    public SesFaults Faults { get; } = new();

    /// <summary>The account's standing; a change holds from the next call on.</summary>
    public AccountSettings Settings { get; set; } = new();

    public int SentLast24Hours => quota.SentLast24Hours;

    /// <summary>Events that reached no topic, and whatever else went wrong after a mail was accepted.</summary>
    public IReadOnlyList<Exception> Errors => background.Errors;

    /// <summary>Adds a destination, after SES has published its validation text to the topic.</summary>
    /// <exception cref="AwsException">
    /// <c>NotFoundException</c> (the set), <c>AlreadyExistsException</c>, <c>LimitExceededException</c>, <c>BadRequestException</c> (the topic is missing or does not let
    /// SES publish).
    /// </exception>
    public async Task CreateEventDestinationAsync(string configurationSetName, EventDestination destination, CancellationToken cancellationToken)
    {
        var set = ConfigurationSets.With(configurationSetName, destination);
        await publisher.ValidateAsync(set, destination, cancellationToken);
        ConfigurationSets.Set(set);
    }

    /// <summary>Puts a destination into the place of the one of its name; a new topic gets SES's validation text first.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>; <c>BadRequestException</c>: as with a new destination.</exception>
    public async Task UpdateEventDestinationAsync(string configurationSetName, EventDestination destination, CancellationToken cancellationToken)
    {
        var old = ConfigurationSets.Find(configurationSetName).Destinations.FirstOrDefault(existing => existing.Name == destination.Name)
            ?? throw new AwsException("NotFoundException", $"An event destination with name <{destination.Name}> does not exist.", 404);
        var changed = ConfigurationSets.Without(configurationSetName, destination.Name).With(destination);
        if (old.TopicArn != destination.TopicArn)
        {
            await publisher.ValidateAsync(changed, destination, cancellationToken);
        }

        ConfigurationSets.Set(changed);
    }

    /// <exception cref="AwsException"><c>NotFoundException</c>.</exception>
    public void DeleteEventDestination(string configurationSetName, string name) => ConfigurationSets.Set(ConfigurationSets.Without(configurationSetName, name));

    /// <summary>Accepts a mail; what becomes of it is told by events and by the outbox.</summary>
    /// <exception cref="AwsException">SES refuses, and has not taken the mail (unless a fault was asked for that lies).</exception>
    public async Task<SendEmailResult> SendEmailAsync(SendEmailRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var fault = Faults.Take();
        fault?.Before();
        var messageId = Accept(request, caller);
        if (fault is not null)
        {
            await fault.AfterAsync(time, cancellationToken);
        }

        return new SendEmailResult(messageId, AnswerIsLost: fault is SesFault.BrokenAnswer);
    }

    /// <summary>Ends when every accepted mail's events are published.</summary>
    public Task IdleAsync(CancellationToken cancellationToken = default) => background.IdleAsync(cancellationToken);

    public ValueTask DisposeAsync() => background.DisposeAsync();

    private string Accept(SendEmailRequest request, Caller caller)
    {
        var account = Settings;
        var mail = composer.Compose(request);
        var (identity, set) = gate.Pass(mail, account);
        var sent = new SentMail(ids.Next(), time.GetUtcNow(), mail, identity, set, CallerName(caller));
        Outbox.Add(new OutboxMail(
            sent.MessageId,
            sent.Time,
            mail.From.Given,
            [.. mail.To.Select(recipient => recipient.Given)],
            mail.Subject,
            mail.Text,
            mail.Html,
            mail.Tags,
            set?.Name,
            mail.Recipients.Select(recipient => recipient.Address).Distinct(StringComparer.OrdinalIgnoreCase)
                .ToDictionary(address => address, _ => MailState.Accepted, StringComparer.OrdinalIgnoreCase)));
        background.Start(stop => delivery.DeliverAsync(sent, account, stop));
        return sent.MessageId;
    }

    /// <summary>The user's name, or the role's of a session.</summary>
    private static string CallerName(Caller caller) => caller.RoleArn is { } role ? role[(role.LastIndexOf('/') + 1)..] : caller.Arn[(caller.Arn.LastIndexOf('/') + 1)..];
}
