namespace SesCompliance.Local.Sns;

/// <summary>
/// When SNS tries a delivery again, in its four phases; the defaults are those for functions and queues.
/// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
/// </summary>
public sealed record DeliveryPolicy
{
    /// <summary>Retries without delay.</summary>
    public int ImmediateRetries { get; init; } = 3;

    /// <summary>Retries at the shortest delay.</summary>
    public int PreBackoffRetries { get; init; } = 2;

    /// <summary>Retries whose delay grows from the shortest to the longest.</summary>
    public int BackoffRetries { get; init; } = 10;

    /// <summary>Retries at the longest delay.</summary>
    public int PostBackoffRetries { get; init; } = 100_000;

    public TimeSpan ShortestDelay { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(20);

    public int Retries => ImmediateRetries + PreBackoffRetries + BackoffRetries + PostBackoffRetries;

    /// <summary>The delay before a retry, before jitter.</summary>
    /// <param name="retry">1 is the first retry.</param>
    public TimeSpan DelayBefore(int retry)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retry, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retry, Retries);
        if (retry <= ImmediateRetries)
        {
            return TimeSpan.Zero;
        }

        var step = retry - ImmediateRetries - PreBackoffRetries;
        if (step <= 0)
        {
            return ShortestDelay;
        }

        return step >= BackoffRetries ? LongestDelay : ShortestDelay * Math.Pow(LongestDelay / ShortestDelay, (step - 1.0) / (BackoffRetries - 1.0));
    }
}
