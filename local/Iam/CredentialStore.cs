using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SesCompliance.Local.Iam;

/// <summary>
/// Which access key belongs to whom. Functions get a key of their role's session, users one of their own; any other key is the operator's, so that a client
/// needs no set-up (the cloud listens on loopback only).
/// </summary>
public sealed class CredentialStore
{
    private readonly ConcurrentDictionary<string, (Caller Caller, string? Token)> keys = new();

    public static Caller Operator { get; } = new($"arn:aws:iam::{Account.Id}:user/operator", "AIDALOCALOPERATOR");

    /// <summary>Makes credentials for a session of a role, as Lambda does for each execution environment.</summary>
    public SessionCredentials AssumeRole(string roleArn, string sessionName)
    {
        var credentials = new SessionCredentials("ASIA" + Random(16), Random(40), Random(120));
        keys[credentials.AccessKeyId] = (Caller.OfRole(roleArn, sessionName), credentials.SessionToken);
        return credentials;
    }

    /// <summary>Makes a user's access key.</summary>
    public AccessKey CreateAccessKey(User user)
    {
        var key = new AccessKey("AKIA" + Random(16), Random(40));
        keys[key.AccessKeyId] = (new Caller(user.Arn, $"AIDA{user.Name}") { IdentityArn = user.Arn }, null);
        return key;
    }

    public Caller Identify(string? accessKeyId) =>
        accessKeyId is not null && keys.TryGetValue(accessKeyId, out var key) ? key.Caller : Operator;

    /// <summary>Whose key this is; null where the key is a session's and the token is not that session's.</summary>
    public Caller? Identify(string? accessKeyId, string? sessionToken) =>
        accessKeyId is null || !keys.TryGetValue(accessKeyId, out var key) ? Operator
        : key.Token == sessionToken ? key.Caller
        : null;

    private static string Random(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
}

/// <summary>Temporary credentials, as they stand in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.</summary>
public sealed record SessionCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken);

/// <summary>A user's credentials, as they stand in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.</summary>
public sealed record AccessKey(string AccessKeyId, string SecretAccessKey);
