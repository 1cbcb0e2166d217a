namespace SesCompliance.Local.Sns;

public sealed record SnsOptions
{
    public DeliveryPolicy DeliveryPolicy { get; init; } = new();

    /// <summary>Whether the owner of a subscribed mail address follows the link in the confirmation mail at once.</summary>
    public bool ConfirmsEmail { get; init; } = true;
}
