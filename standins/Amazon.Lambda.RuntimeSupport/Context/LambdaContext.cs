using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An invocation's context, from the Runtime API's headers and the environment's variables.</summary>
internal sealed class LambdaContext(InvocationHeaders headers, LambdaLog log, ILambdaSerializer serializer) : ILambdaContext
{
    private readonly Lazy<CallerContext> _clientContext = new(() => CallerContext.Parse(headers.ClientContext));
    private readonly Lazy<CallerIdentity> _identity = new(() => CallerIdentity.Parse(headers.CognitoIdentity));

    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => _clientContext.Value;

    public string FunctionName => RuntimeEnvironment.FunctionName;

    public string FunctionVersion => RuntimeEnvironment.FunctionVersion;

    public ICognitoIdentity Identity => _identity.Value;

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger { get; } = new ContextLogger(log);

    public string LogGroupName => RuntimeEnvironment.LogGroupName;

    public string LogStreamName => RuntimeEnvironment.LogStreamName;

    public int MemoryLimitInMB =>
        int.TryParse(RuntimeEnvironment.MemorySize, CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 0;

    public TimeSpan RemainingTime =>
        DateTimeOffset.FromUnixTimeMilliseconds(DeadlineMs) - TimeProvider.System.GetUtcNow();

    public string TenantId => headers.TenantId;

    public string TraceId => headers.TraceId;

    public ILambdaSerializer Serializer => serializer;

    private long DeadlineMs => long.TryParse(headers.DeadlineMs, CultureInfo.InvariantCulture, out var deadline) ? deadline : 0;
}
