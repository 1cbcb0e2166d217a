namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Turns an entry into what stands in the log.</summary>
internal interface ILogFormat
{
    string Render(LogEntry entry);
}
