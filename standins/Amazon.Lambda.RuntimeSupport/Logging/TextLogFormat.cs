using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Time, request id, level and message, tabs between; an exception follows on lines of its own.</summary>
internal sealed class TextLogFormat(bool prefixed) : ILogFormat
{
    public string Render(LogEntry entry)
    {
        var message = MessageTemplate.Parse(entry.Template).Fill(entry.Arguments);
        var prefix = prefixed
            ? $"{entry.Time.ToString(LogValue.TimeFormat, CultureInfo.InvariantCulture)}\t{entry.Invocation?.AwsRequestId}\t{Label(entry.Level)}\t"
            : "";
        var separator = message.Length > 0 && entry.Exception is not null ? "\n" : "";
        return prefix + message + separator + entry.Exception;
    }

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => level.ToString(),
    };
}
