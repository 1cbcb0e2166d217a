namespace SesCompliance.Local.Logs;

/// <summary>One source's events in the order they came.</summary>
public sealed class LogStream(string name, DateTimeOffset created)
{
    private readonly List<LogEvent> events = [];
    private readonly Lock gate = new();

    public string Name { get; } = name;

    public DateTimeOffset Created { get; } = created;

    public IReadOnlyList<LogEvent> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    internal void Append(LogEvent entry, DateTimeOffset expired)
    {
        lock (gate)
        {
            // Retention is kept where events come in, so that a long-running cloud does not grow without bound.
            var kept = events.FindIndex(one => one.Timestamp >= expired);
            events.RemoveRange(0, kept < 0 ? events.Count : kept);
            events.Add(entry);
        }
    }
}
