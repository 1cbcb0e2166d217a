using Amazon.Lambda.Core;

namespace SesCompliance.Tests.Lambdas;

/// <summary>One invocation, with the time that it has left at each asking; the last one stays.</summary>
public sealed class Invocation(params TimeSpan[] remaining) : ILambdaContext
{
    private int asked;

    public TimeSpan RemainingTime => remaining.Length == 0 ? TimeSpan.FromSeconds(20) : remaining[Math.Min(asked++, remaining.Length - 1)];

    public string AwsRequestId => "request-1";

    public IClientContext ClientContext => null!;

    public string FunctionName => "function";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:eu-west-1:123456789012:function:function";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "/aws/lambda/function";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 256;
}
