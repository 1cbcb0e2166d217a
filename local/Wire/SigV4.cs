using Microsoft.AspNetCore.Http;

namespace SesCompliance.Local.Wire;

/// <summary>What a request's signature says of its sender. The signature itself is not checked: any client on this machine is trusted.</summary>
/// <param name="Service">The service in the credential scope, e.g. <c>states</c>.</param>
internal sealed record SigV4(string AccessKeyId, string Service, string? SessionToken)
{
    private const string Credential = "Credential=";

    public static SigV4? Read(IReadOnlyDictionary<string, string> headers, IQueryCollection query)
    {
        if (query.TryGetValue("X-Amz-Credential", out var presigned))
        {
            return Parse(presigned.ToString(), query["X-Amz-Security-Token"].ToString());
        }

        if (!headers.TryGetValue("Authorization", out var authorization) || !authorization.StartsWith("AWS4-", StringComparison.Ordinal))
        {
            return null;
        }

        var start = authorization.IndexOf(Credential, StringComparison.Ordinal);
        return start < 0 ? null : Parse(authorization[(start + Credential.Length)..].Split(',')[0], headers.GetValueOrDefault("X-Amz-Security-Token"));
    }

    // KEY/20261124/us-east-1/states/aws4_request
    private static SigV4? Parse(string credential, string? token) => credential.Split('/') is { Length: 5 } scope
        ? new SigV4(scope[0], scope[3], string.IsNullOrEmpty(token) ? null : token)
        : null;
}
