using System.Text;
using System.Text.RegularExpressions;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>What Lambda refuses when a function is created.</summary>
public static partial class FunctionRules
{
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    private static readonly HashSet<string> Reserved =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ];

    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>, <c>ValidationException</c>.</exception>
    public static void Check(FunctionConfiguration function)
    {
        CheckSettings(function);
        if (!Directory.Exists(function.Code) && !File.Exists(function.Code))
        {
            throw Invalid($"The code of function {function.FunctionName} is '{function.Code}', which is neither a folder nor a zip file.");
        }
    }

    /// <summary>All but the code, which may not be built yet.</summary>
    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>, <c>ValidationException</c>.</exception>
    public static void CheckSettings(FunctionConfiguration function)
    {
        Require(Name().IsMatch(function.FunctionName), "functionName", function.FunctionName, "1 to 64 of [a-zA-Z0-9-_]");
        Require(function.Timeout is >= 1 and <= 900, "timeout", function.Timeout, "from 1 to 900 seconds");
        Require(function.MemorySize is >= 128 and <= 10240, "memorySize", function.MemorySize, "from 128 to 10240 MB");
        Require(function.ReservedConcurrency is null or >= 0, "reservedConcurrentExecutions", function.ReservedConcurrency, "0 or more");
        Require(function.Runtime is "provided.al2023" or "provided.al2", "runtime", function.Runtime, "provided.al2023 or provided.al2");
        Require(function.Architecture is "x86_64" or "arm64", "architectures", function.Architecture, "x86_64 or arm64");
        CheckEnvironment(function.Environment);
    }

    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>.</exception>
    internal static void CheckRole(FunctionConfiguration function, Access access)
    {
        if (!access.CanAssume(function.RoleArn, "lambda.amazonaws.com", function.Arn))
        {
            throw Invalid("The role defined for the function cannot be assumed by Lambda.");
        }
    }

    /// <summary>The code is unpacked once: whoever has other code starts the cloud again.</summary>
    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>.</exception>
    internal static void CheckSameCode(FunctionConfiguration old, FunctionConfiguration changed)
    {
        if (changed.Code != old.Code || changed.Architecture != old.Architecture)
        {
            throw Invalid($"The embedded cloud can't change a function's code or architecture: {old.FunctionName} keeps those that it was created with.");
        }
    }

    private static void CheckEnvironment(IReadOnlyDictionary<string, string> environment)
    {
        var reserved = environment.Keys.Where(Reserved.Contains).ToList();
        if (reserved.Count > 0)
        {
            throw Invalid(
                "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys "
                + $"that are currently not supported for modification. Reserved keys used in this request: {string.Join(", ", reserved)}");
        }

        foreach (var key in environment.Keys)
        {
            Require(VariableName().IsMatch(key), "environment.variables", key, "a name of at least two of [a-zA-Z0-9_] that starts with a letter");
        }

        if (environment.Sum(variable => Encoding.UTF8.GetByteCount(variable.Key) + Encoding.UTF8.GetByteCount(variable.Value)) > 4096)
        {
            throw Invalid(
                "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.");
        }
    }

    private static void Require(bool holds, string member, object? value, string rule)
    {
        if (!holds)
        {
            throw new AwsException(
                "ValidationException", $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: it must be {rule}");
        }
    }

    private static AwsException Invalid(string message) => new("InvalidParameterValueException", message);

    [GeneratedRegex("^[a-zA-Z0-9-_]{1,64}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_]+$")]
    private static partial Regex VariableName();
}
