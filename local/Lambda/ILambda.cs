using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>What the rest of the cloud (Step Functions, SNS) asks of Lambda.</summary>
public interface ILambda
{
    /// <summary>Invokes synchronously (RequestResponse).</summary>
    /// <param name="function">The function's name, ARN or qualified ARN.</param>
    /// <param name="payload">JSON.</param>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404), <c>TooManyRequestsException</c> (429), <c>ServiceException</c> (500).</exception>
    Task<InvocationResult> InvokeAsync(string function, string payload, CancellationToken cancellationToken);

    /// <summary>Invokes synchronously for somebody who must be allowed to.</summary>
    /// <exception cref="AwsException"><c>AccessDeniedException</c> (403) besides.</exception>
    Task<InvocationResult> InvokeAsync(string function, string payload, IPrincipal caller, CancellationToken cancellationToken) =>
        InvokeAsync(function, payload, cancellationToken);

    /// <summary>Queues an asynchronous invocation (Event): retried twice by default, then handed to the function's on-failure destination.</summary>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>: nothing was queued.</exception>
    Task EnqueueAsync(string function, string payload, CancellationToken cancellationToken);

    /// <summary>Queues an asynchronous invocation for somebody who must be allowed to.</summary>
    /// <exception cref="AwsException"><c>AccessDeniedException</c> (403) besides.</exception>
    Task EnqueueAsync(string function, string payload, IPrincipal caller, CancellationToken cancellationToken) =>
        EnqueueAsync(function, payload, cancellationToken);
}

/// <param name="Payload">What the function answered; with an error, <c>{"errorType", "errorMessage", "stackTrace"}</c>.</param>
/// <param name="FunctionError"><c>Unhandled</c> where the function failed, timed out or crashed; null otherwise.</param>
public sealed record InvocationResult(string Payload, string? FunctionError)
{
    /// <summary>The id that the function's log lines name.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The version that ran.</summary>
    public string ExecutedVersion { get; init; } = FunctionVersion.Latest;

    /// <summary>The end of what the invocation logged, 4 KB at most (X-Amz-Log-Type Tail).</summary>
    public string LogTail { get; init; } = "";
}
