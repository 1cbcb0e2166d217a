using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Cognito identity of an invocation; without one it is there, but empty.</summary>
internal sealed class CallerIdentity : ICognitoIdentity
{
    public string IdentityId { get; private init; }

    public string IdentityPoolId { get; private init; }

    public static CallerIdentity Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new CallerIdentity();
        }

        using var document = JsonDocument.Parse(json);
        return new CallerIdentity
        {
            IdentityId = Text(document.RootElement, "cognitoIdentityId"),
            IdentityPoolId = Text(document.RootElement, "cognitoIdentityPoolId"),
        };
    }

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
