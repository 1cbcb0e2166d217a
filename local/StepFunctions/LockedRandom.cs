namespace SesCompliance.Local.StepFunctions;

/// <summary>A random source that many executions draw from at once.</summary>
internal sealed class LockedRandom(Random source) : Random
{
    private readonly Lock gate = new();

    public override void NextBytes(Span<byte> buffer)
    {
        lock (gate)
        {
            source.NextBytes(buffer);
        }
    }

    public override double NextDouble()
    {
        lock (gate)
        {
            return source.NextDouble();
        }
    }

    public override long NextInt64(long minValue, long maxValue)
    {
        lock (gate)
        {
            return source.NextInt64(minValue, maxValue);
        }
    }
}
