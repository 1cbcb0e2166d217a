using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One line to be written.</summary>
internal sealed record LogEntry(
    DateTimeOffset Time, LogLevel Level, Exception Exception, string Template, object[] Arguments, InvocationHeaders Invocation);
