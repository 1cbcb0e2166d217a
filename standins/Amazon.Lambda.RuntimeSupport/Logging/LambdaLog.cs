using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The function's log: takes over the console, so that every line of the process carries the time, the request's id and a level (the
/// text format) or is a JSON object (AWS_LAMBDA_LOG_FORMAT=JSON). AWS_LAMBDA_HANDLER_LOG_FORMAT and _LEVEL override Lambda's own settings.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The console's writers live as long as the process.")]
internal sealed class LambdaLog
{
    private readonly FormattedWriter _output;
    private readonly FormattedWriter _error;

    public LambdaLog()
    {
        var settings = LogSettings.FromEnvironment();
        _output = new FormattedWriter(Console.Out, settings, LogLevel.Information);
        _error = new FormattedWriter(Console.Error, settings, LogLevel.Error);
        Console.SetOut(_output);
        Console.SetError(_error);
        LambdaLogger.Redirect((level, exception, message, args) => _output.Write(level, exception, message, args));
    }

    public void Begin(InvocationHeaders headers)
    {
        _output.Invocation = headers;
        _error.Invocation = headers;
    }

    public void WriteLine(string message) => _output.WriteLine(message);

    public void Write(string level, Exception exception, string message, params object[] args) =>
        _output.Write(level, exception, message, args);

    public void WriteUnhandled(Exception failure) => Write(nameof(LogLevel.Error), failure, null);
}
