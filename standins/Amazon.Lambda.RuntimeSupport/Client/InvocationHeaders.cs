using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API says of an event in its headers.</summary>
internal sealed record InvocationHeaders(
    string AwsRequestId,
    string TraceId,
    string TenantId,
    string DeadlineMs,
    string InvokedFunctionArn,
    string ClientContext,
    string CognitoIdentity)
{
    public static InvocationHeaders From(HttpResponseHeaders headers) => new(
        Optional(headers, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new KeyNotFoundException("The Runtime API's answer has no header 'Lambda-Runtime-Aws-Request-Id'."),
        Optional(headers, "Lambda-Runtime-Trace-Id"),
        Optional(headers, "Lambda-Runtime-Aws-Tenant-Id"),
        Optional(headers, "Lambda-Runtime-Deadline-Ms"),
        Optional(headers, "Lambda-Runtime-Invoked-Function-Arn"),
        Optional(headers, "Lambda-Runtime-Client-Context"),
        Optional(headers, "Lambda-Runtime-Cognito-Identity"));

    private static string Optional(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
