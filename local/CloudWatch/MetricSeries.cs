namespace SesCompliance.Local.CloudWatch;

/// <summary>A metric's samples. Equal values of one minute are kept as one sample with a count, so that a busy metric stays small.</summary>
internal sealed class MetricSeries
{
    /// <summary>As long as CloudWatch keeps minutes; the coarser data that it keeps for longer is not here.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(15);

    private const int MostSamples = 100_000;

    private readonly Dictionary<(DateTimeOffset At, string Unit, double Minimum, double Maximum), Sample> samples = [];
    private readonly Lock gate = new();

    public DateTimeOffset LastAt { get; private set; }

    public void Add(Sample sample, DateTimeOffset now)
    {
        lock (gate)
        {
            var key = (sample.At, sample.Unit, sample.Minimum, sample.Maximum);
            samples[key] = samples.TryGetValue(key, out var same) ? sample with { Count = sample.Count + same.Count, Sum = sample.Sum + same.Sum } : sample;
            LastAt = sample.At > LastAt ? sample.At : LastAt;
            if (samples.Count > MostSamples)
            {
                Forget(now);
            }
        }
    }

    /// <summary>Adds a sample in place of those of its moment.</summary>
    public void Replace(Sample sample, DateTimeOffset now)
    {
        lock (gate)
        {
            foreach (var key in samples.Keys.Where(key => key.At == sample.At).ToList())
            {
                samples.Remove(key);
            }

            Add(sample, now);
        }
    }

    /// <summary>The samples from a moment (inclusive) to another (exclusive).</summary>
    public IReadOnlyList<Sample> Between(DateTimeOffset start, DateTimeOffset end)
    {
        lock (gate)
        {
            return [.. samples.Values.Where(sample => sample.At >= start && sample.At < end)];
        }
    }

    // The outdated ones, or else the older half.
    private void Forget(DateTimeOffset now)
    {
        var ordered = samples.OrderBy(sample => sample.Key.At).ToList();
        var gone = Math.Max(ordered.Count(sample => sample.Key.At < now - Retention), ordered.Count / 2);
        foreach (var (key, _) in ordered.Take(gone))
        {
            samples.Remove(key);
        }
    }
}
