using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>How and from which level on the log is written.</summary>
internal sealed record LogSettings(LogLevel Minimum, ILogFormat Format)
{
    public static LogSettings FromEnvironment() => new(
        Level(RuntimeEnvironment.Setting("AWS_LAMBDA_HANDLER_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL")),
        FormatNamed(RuntimeEnvironment.Setting("AWS_LAMBDA_HANDLER_LOG_FORMAT", "AWS_LAMBDA_LOG_FORMAT")));

    // Lambda's names for two levels differ from .NET's.
    private static LogLevel Level(string name) => name?.ToUpperInvariant() switch
    {
        "FATAL" => LogLevel.Critical,
        "WARN" => LogLevel.Warning,
        _ => Enum.TryParse<LogLevel>(name, true, out var level) ? level : LogLevel.Information,
    };

    private static ILogFormat FormatNamed(string name) => name?.ToUpperInvariant() switch
    {
        "JSON" => new JsonLogFormat(),
        "UNFORMATTED" => new TextLogFormat(prefixed: false),
        _ => new TextLogFormat(prefixed: true),
    };
}
