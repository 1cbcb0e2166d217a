using System.Text;
using SesCompliance.Local.Iam;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>Calls over the wire as somebody else than the operator, in each protocol, for operations that no client here has.</summary>
internal static class SignedCall
{
    public static Task<(int Status, string Body)> JsonAsync(string endpoint, AccessKey key, string service, string target, string input) =>
        SendAsync(endpoint, key.AccessKeyId, null, service, HttpMethod.Post, "/", input, "application/x-amz-json-1.0", ("X-Amz-Target", target));

    public static Task<(int Status, string Body)> JsonAsync(string endpoint, SessionCredentials session, string service, string target, string input) =>
        SendAsync(endpoint, session.AccessKeyId, session.SessionToken, service, HttpMethod.Post, "/", input, "application/x-amz-json-1.0", ("X-Amz-Target", target));

    public static Task<(int Status, string Body)> QueryAsync(string endpoint, SessionCredentials session, string service, string form) =>
        SendAsync(endpoint, session.AccessKeyId, session.SessionToken, service, HttpMethod.Post, "/", form, "application/x-www-form-urlencoded");

    public static Task<(int Status, string Body)> RestAsync(string endpoint, SessionCredentials session, string service, HttpMethod method, string path, string input) =>
        SendAsync(endpoint, session.AccessKeyId, session.SessionToken, service, method, path, input, "application/json");

    private static async Task<(int Status, string Body)> SendAsync(
        string endpoint, string accessKeyId, string? token, string service, HttpMethod method, string path, string body, string contentType, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, endpoint + path) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={accessKeyId}/20261124/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=00");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
