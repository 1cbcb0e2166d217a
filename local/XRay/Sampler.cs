namespace SesCompliance.Local.XRay;

/// <summary>X-Ray's default rule: the first request of each second, and 5 % of the others.</summary>
public sealed class Sampler(TimeProvider clock, Random random)
{
    private const double FixedRate = 0.05;

    private readonly Lock gate = new();
    private long? second;

    public bool Samples()
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            if (second == now)
            {
                return random.NextDouble() < FixedRate;
            }

            second = now;
            return true;
        }
    }
}
