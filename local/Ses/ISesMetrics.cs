namespace SesCompliance.Local.Ses;

/// <summary>Where SES counts what CloudWatch shows under AWS/SES.</summary>
public interface ISesMetrics
{
    void Count(SesCount count);
}

/// <param name="Type">Send, Delivery, Bounce, Complaint, Reject, RenderingFailure or DeliveryDelay.</param>
/// <param name="ConfigurationSet">Null for mail without one.</param>
/// <param name="Recipients">How many recipients the event names.</param>
/// <param name="CountsForReputation">False for the simulator's addresses, for soft bounces and for mail that SES never tried to deliver.</param>
public sealed record SesCount(SesEventType Type, string? ConfigurationSet, int Recipients, bool CountsForReputation, DateTimeOffset Time)
{
    /// <summary>Whether the configuration set has reputation metrics of its own.</summary>
    public bool ReputationMetricsEnabled { get; init; }
}
