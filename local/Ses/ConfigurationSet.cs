using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>The rules that mail is sent by.</summary>
public sealed record ConfigurationSet(string Name)
{
    private const int MaximumDestinations = 10;

    public string Arn => Account.Arn("ses", $"configuration-set/{Name}");

    public bool SendingEnabled { get; init; } = true;

    public bool ReputationMetricsEnabled { get; init; }

    /// <summary>REQUIRE or OPTIONAL; there is no second server here that could lack TLS.</summary>
    public string TlsPolicy { get; init; } = "OPTIONAL";

    /// <summary>BOUNCE and COMPLAINT, in place of the account's; null: the account's hold.</summary>
    public IReadOnlyList<string>? SuppressedReasons { get; init; }

    public IReadOnlyList<EventDestination> Destinations { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <exception cref="AwsException"><c>AlreadyExistsException</c>, <c>LimitExceededException</c>, <c>BadRequestException</c>.</exception>
    internal ConfigurationSet With(EventDestination destination)
    {
        if (Destinations.Any(existing => existing.Name == destination.Name))
        {
            throw new AwsException("AlreadyExistsException", $"An event destination with name <{destination.Name}> already exists for configuration set <{Name}>.");
        }

        if (Destinations.Count >= MaximumDestinations)
        {
            throw new AwsException("LimitExceededException", $"Configuration set <{Name}> has {MaximumDestinations} event destinations already.");
        }

        if (destination.MatchingEventTypes.Count == 0)
        {
            throw new AwsException("BadRequestException", $"Event destination <{destination.Name}> matches no event type.");
        }

        return this with { Destinations = [.. Destinations, destination] };
    }
}

/// <summary>Where a configuration set's events go. Topics are the only kind here.</summary>
public sealed record EventDestination(string Name, string TopicArn, IReadOnlyList<SesEventType> MatchingEventTypes, bool Enabled = true);
