namespace Amazon.Lambda.Core;

/// <summary>What a function may know of the invocation and of the environment that it runs in.</summary>
public interface ILambdaContext
{
    /// <summary>The id of this invocation; Lambda's retries of an asynchronous event keep it.</summary>
    string AwsRequestId { get; }

    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    ICognitoIdentity Identity { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>Time until Lambda ends the invocation; negative once the deadline has passed.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId => string.Empty;

    string TraceId => string.Empty;

    /// <summary>The serializer that the handler was registered with, or null.</summary>
    ILambdaSerializer Serializer => null;
}
