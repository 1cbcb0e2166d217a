using System.Globalization;
using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Lambda;

/// <summary>What a bootstrap finds in its environment: what Lambda sets, the function's own, and nothing else.</summary>
internal static class EnvironmentVariables
{
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    public static IReadOnlyDictionary<string, string> For(
        FunctionConfiguration function, string version, string taskRoot, string logStream, string runtimeApi, string endpoint, SessionCredentials credentials) =>
        new Dictionary<string, string>(function.Environment)
        {
            ["_HANDLER"] = function.Handler,
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.FunctionName,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = version,
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_FORMAT"] = function.LogFormat,
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroup,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream,
            ["AWS_REGION"] = Account.Region,
            ["AWS_DEFAULT_REGION"] = Account.Region,
            ["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credentials.SessionToken,
            ["AWS_ENDPOINT_URL"] = endpoint,
            ["LAMBDA_TASK_ROOT"] = taskRoot,
            ["TZ"] = function.Environment.GetValueOrDefault("TZ", ":UTC"),
            ["LANG"] = function.Environment.GetValueOrDefault("LANG", "en_US.UTF-8"),
            ["PATH"] = function.Environment.GetValueOrDefault("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin"),
        };
}
