using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Logs;

/// <summary>The account's log groups (CloudWatch Logs), in memory.</summary>
public sealed class LogStore(TimeProvider clock)
{
    private const int MaximumMessageBytes = 256 * 1024;

    private readonly ConcurrentDictionary<string, LogGroup> groups = new(StringComparer.Ordinal);
    private long lastId;

    public IReadOnlyList<LogGroup> Groups => [.. groups.Values.OrderBy(group => group.Name, StringComparer.Ordinal)];

    /// <exception cref="AwsException"><c>ResourceAlreadyExistsException</c>.</exception>
    public LogGroup CreateGroup(string name, int? retentionInDays = null)
    {
        var group = new LogGroup(name, clock.GetUtcNow(), retentionInDays);
        return groups.TryAdd(name, group) ? group : throw new AwsException("ResourceAlreadyExistsException", "The specified log group already exists");
    }

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>.</exception>
    public void DeleteGroup(string name)
    {
        if (!groups.TryRemove(name, out _))
        {
            throw NoGroup();
        }
    }

    public bool Has(string group) => groups.ContainsKey(group);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>.</exception>
    public LogGroup Group(string name) => groups.GetValueOrDefault(name) ?? throw NoGroup();

    /// <summary>The group's events that are kept still, all streams in one, oldest first.</summary>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>.</exception>
    public IReadOnlyList<LogEvent> Events(string group) =>
        [.. Kept(Group(group), Group(group).Streams).OrderBy(one => one.Timestamp).ThenBy(one => one.Id)];

    /// <summary>Events of some streams of a group that are kept still.</summary>
    public IEnumerable<LogEvent> Kept(LogGroup group, IEnumerable<LogStream> streams)
    {
        var expired = group.Expired(clock.GetUtcNow());
        return streams.SelectMany(stream => stream.Events).Where(one => one.Timestamp >= expired);
    }

    /// <summary>Opens a stream; the group comes into being where it was not declared, as with Lambda on AWS.</summary>
    public void OpenStream(string group, string stream) => Opened(group).Open(stream, clock.GetUtcNow());

    /// <summary>Appends one event, stamped with the cloud's time. What exceeds AWS's 256 KB an event becomes further events.</summary>
    public void Append(string group, string stream, string message)
    {
        var now = clock.GetUtcNow();
        var target = Opened(group);
        foreach (var part in Parts(message))
        {
            target.Open(stream, now).Append(new LogEvent(Interlocked.Increment(ref lastId), stream, now, now, part), target.Expired(now));
        }
    }

    private LogGroup Opened(string group) => groups.GetOrAdd(group, name => new LogGroup(name, clock.GetUtcNow(), null));

    // Counted as three bytes a character, the most that one UTF-16 unit takes in UTF-8.
    private static IEnumerable<string> Parts(string message) =>
        message.Length <= MaximumMessageBytes / 3 ? [message] : message.Chunk(MaximumMessageBytes / 3).Select(part => new string(part));

    private static AwsException NoGroup() => new("ResourceNotFoundException", "The specified log group does not exist.");
}
