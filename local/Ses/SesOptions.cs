namespace SesCompliance.Local.Ses;

/// <summary>How fast and in which order the local SES tells what became of a mail.</summary>
public sealed record SesOptions
{
    /// <summary>From acceptance to the Send event.</summary>
    public TimeSpan SendDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>From the Send event to what the recipient's server answered (Delivery, Bounce, DeliveryDelay, Reject).</summary>
    public TimeSpan DeliveryDelay { get; init; } = TimeSpan.FromMilliseconds(130);

    /// <summary>
    /// Between the two events of a mailbox that has two (out of office, complaint). Each event is a function call of its own: the second must not overtake
    /// the first where that has to wait for a cold start on a busy machine.
    /// </summary>
    public TimeSpan FollowUpDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// SES promises no order. A complaint takes days in life, after the flow has ended at the delivery; told first, it is what the flow waits for and a
    /// rehearsal sees Complained. False gives the order of life.
    /// </summary>
    public bool ComplaintBeforeDelivery { get; init; } = true;

    /// <summary>How many mails the outbox keeps; the oldest go first.</summary>
    public int OutboxCapacity { get; init; } = 10_000;
}
