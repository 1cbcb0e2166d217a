namespace Amazon.Lambda.Core;

/// <summary>The log for code that has no <see cref="ILambdaContext"/> at hand. Outside of a runtime it writes to the console.</summary>
public static class LambdaLogger
{
    private static Action<string, Exception, string, object[]> _write = WriteToConsole;

    public static void Log(string message) => _write(null, null, message, []);

    public static void Log(string level, string message, params object[] args) => _write(level, null, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) => _write(level, exception, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    internal static void Redirect(Action<string, Exception, string, object[]> write) => _write = write;

    private static void WriteToConsole(string level, Exception exception, string message, object[] args)
    {
        var prefix = level is null ? "" : level + ": ";
        var arguments = args is { Length: > 0 } ? " Arguments: " + string.Join(' ', args.Select(arg => $"\"{arg}\"")) : "";
        Console.WriteLine(prefix + message + arguments);
        if (exception is not null)
        {
            Console.WriteLine(exception);
        }
    }
}
