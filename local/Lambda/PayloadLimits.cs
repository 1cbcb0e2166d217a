using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; the messages are the service's own.</summary>
public static class PayloadLimits
{
    public const int Synchronous = 6 * 1024 * 1024;

    public const int Asynchronous = 1024 * 1024;

    /// <summary>The Runtime API's own limit is a little above that of the request.</summary>
    public const int Response = Synchronous + 100;

    public static void CheckSynchronous(int bytes)
    {
        if (bytes > Synchronous)
        {
            throw new AwsException("RequestEntityTooLargeException", $"Request must be smaller than {Synchronous} bytes for the InvokeFunction operation", 413);
        }
    }

    public static void CheckAsynchronous(int bytes)
    {
        if (bytes > Asynchronous)
        {
            throw new AwsException("RequestTooLargeException", $"{bytes} byte payload is too large for the Event invocation type (limit {Asynchronous} bytes)", 413);
        }
    }
}
