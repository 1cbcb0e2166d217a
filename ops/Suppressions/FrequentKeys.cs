namespace SesCompliance.Ops.Suppressions;

/// <summary>
/// The most frequent keys of a stream in bounded memory (Space-Saving: Metwally, Agrawal, El Abbadi, 2005). Exact while there are no more
/// distinct keys than <paramref name="capacity"/>. Beyond, a count can be too high by at most what is told with it, and a key
/// that makes up more than 1/capacity of the stream is never missed.
/// </summary>
internal sealed class FrequentKeys(int capacity)
{
    private readonly Dictionary<string, (long Count, long AtMostTooMany)> counts = new(StringComparer.Ordinal);

    // One entry for each key, by a count that it has reached or passed: cheaper than to move it at every occurrence.
    private readonly PriorityQueue<string, long> byCount = new();

    public bool IsExact { get; private set; } = true;

    public void Add(string key)
    {
        if (counts.TryGetValue(key, out var known))
        {
            counts[key] = known with { Count = known.Count + 1 };
            return;
        }

        var replaced = counts.Count < capacity ? 0 : TakeRarest();
        counts[key] = (replaced + 1, replaced);
        byCount.Enqueue(key, replaced + 1);
    }

    public IReadOnlyList<(string Key, long Count, long AtMostTooMany)> Top(int n) =>
        [.. counts.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(n).Select(pair => (pair.Key, pair.Value.Count, pair.Value.AtMostTooMany))];

    private long TakeRarest()
    {
        IsExact = false;
        while (true)
        {
            byCount.TryDequeue(out var key, out var reached);
            var count = counts[key!].Count;
            if (count == reached)
            {
                counts.Remove(key!);
                return count;
            }

            byCount.Enqueue(key!, count);
        }
    }
}
