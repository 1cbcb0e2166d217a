using System.Collections.Concurrent;

namespace SesCompliance.Local.Logs;

public sealed class LogGroup(string name, DateTimeOffset created, int? retentionInDays)
{
    private readonly ConcurrentDictionary<string, LogStream> streams = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string Arn => Account.Arn("logs", $"log-group:{Name}");

    public DateTimeOffset Created { get; } = created;

    /// <summary>Days; null keeps events for good.</summary>
    public int? RetentionInDays { get; internal set; } = retentionInDays;

    public IReadOnlyList<LogStream> Streams => [.. streams.Values.OrderBy(stream => stream.Name, StringComparer.Ordinal)];

    public LogStream? Find(string stream) => streams.GetValueOrDefault(stream);

    internal LogStream Open(string stream, DateTimeOffset now) => streams.GetOrAdd(stream, name => new LogStream(name, now));

    internal DateTimeOffset Expired(DateTimeOffset now) => RetentionInDays is { } days ? now.AddDays(-days) : DateTimeOffset.MinValue;
}
