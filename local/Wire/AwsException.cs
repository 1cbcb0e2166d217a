using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire;

/// <summary>The one error type of the embedded cloud: what an AWS service answers when it refuses a call. Each protocol has one writer for it.</summary>
/// <param name="code">The error code as the service model names it, e.g. <c>ExecutionAlreadyExists</c>.</param>
/// <param name="message">The message as AWS words it.</param>
/// <param name="statusCode">The HTTP status; 4xx is the sender's fault, 5xx the service's.</param>
public sealed class AwsException(string code, string message, int statusCode = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;

    /// <summary>What the error's shape has besides the message, e.g. <c>Reason</c> of Lambda's TooManyRequestsException.</summary>
    public JsonObject? Members { get; init; }
}
