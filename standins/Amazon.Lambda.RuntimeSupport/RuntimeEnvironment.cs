namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The variables that Lambda gives every environment.</summary>
internal static class RuntimeEnvironment
{
    public static string RuntimeApi => Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");

    public static string FunctionName => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    public static string FunctionVersion => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION");

    /// <summary>In megabytes.</summary>
    public static string MemorySize => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");

    public static string LogGroupName => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME");

    public static string LogStreamName => Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME");

    /// <summary>The first of two variables that is set: one is the .NET runtime client's own, the other one Lambda's for every runtime.</summary>
    public static string Setting(string own, string common)
    {
        var value = Environment.GetEnvironmentVariable(own);
        return string.IsNullOrEmpty(value) ? Environment.GetEnvironmentVariable(common) : value;
    }
}
