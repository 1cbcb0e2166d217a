namespace Amazon.Lambda.Core;

/// <summary>The severity of a log line; AWS_LAMBDA_LOG_LEVEL sets the least that is written.</summary>
public enum LogLevel
{
    Trace = 0,
    Debug = 1,
    Information = 2,
    Warning = 3,
    Error = 4,
    Critical = 5,
}
