using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.History;

/// <summary>
/// An execution's history: events are only ever added, each linked to the one before it. The execution's lock guards it.
/// </summary>
public sealed class EventHistory(TimeProvider clock)
{
    /// <summary>AWS's limit; the last event says that it was reached.</summary>
    public const int MaxEvents = 25_000;

    private readonly List<HistoryEvent> events = [];

    /// <summary>The event that the next one follows from. The first state follows from 0, as AWS writes it.</summary>
    private long previous;

    public int Count => events.Count;

    public bool IsFull => events.Count >= MaxEvents - 1;

    /// <returns>The event's id.</returns>
    public long Add(string type, string? detailsName, JsonObject? details) => previous = Append(previous, type, detailsName, details);

    /// <summary>Adds an event that nothing in the history led to.</summary>
    public void AddUnlinked(string type, string detailsName, JsonObject details) => Append(0, type, detailsName, details);

    /// <summary>What follows now follows from an earlier event (0: from none).</summary>
    public void ContinueFrom(long id) => previous = id;

    public IReadOnlyList<HistoryEvent> Snapshot() => [.. events];

    private long Append(long previousId, string type, string? detailsName, JsonObject? details)
    {
        var id = events.Count + 1;
        events.Add(new HistoryEvent(id, previousId, Milliseconds(clock.GetUtcNow()), type, detailsName, details));
        return id;
    }

    /// <summary>AWS's time stamps have milliseconds.</summary>
    internal static DateTimeOffset Milliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
