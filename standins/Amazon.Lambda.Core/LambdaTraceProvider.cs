namespace Amazon.Lambda.Core;

/// <summary>The X-Ray trace id of the invocation under way, or null.</summary>
public class LambdaTraceProvider
{
    private static string _current;

    public static string CurrentTraceId => _current ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    internal static void SetCurrentTraceId(string traceId) => _current = traceId;
}
