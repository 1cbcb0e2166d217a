namespace SesCompliance.Local.Logs;

/// <param name="Id">Grows with every event of the store, so it orders events of one millisecond.</param>
public sealed record LogEvent(long Id, string Stream, DateTimeOffset Timestamp, DateTimeOffset Ingested, string Message);
