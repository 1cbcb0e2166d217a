using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SesCompliance.Local.Iam;

/// <summary>
/// Which access key belongs to whom. Functions get a key of their role's session; any other key is the operator's, so that a client needs no set-up
/// (the cloud listens on loopback only).
/// </summary>
public sealed class CredentialStore
{
    private readonly ConcurrentDictionary<string, (Caller Caller, string Token)> sessions = new();

    public static Caller Operator { get; } = new($"arn:aws:iam::{Account.Id}:user/operator", "AIDALOCALOPERATOR");

    /// <summary>Makes credentials for a session of a role, as Lambda does for each execution environment.</summary>
    public SessionCredentials AssumeRole(string roleArn, string sessionName)
    {
        var roleName = roleArn[(roleArn.LastIndexOf('/') + 1)..];
        var credentials = new SessionCredentials("ASIA" + Random(16), Random(40), Random(120));
        var caller = new Caller($"arn:aws:sts::{Account.Id}:assumed-role/{roleName}/{sessionName}", $"AROA{roleName}:{sessionName}", roleArn);
        sessions[credentials.AccessKeyId] = (caller, credentials.SessionToken);
        return credentials;
    }

    public Caller Identify(string? accessKeyId) =>
        accessKeyId is not null && sessions.TryGetValue(accessKeyId, out var session) ? session.Caller : Operator;

    /// <summary>Whose key this is; null where the key is a session's and the token is not that session's.</summary>
    public Caller? Identify(string? accessKeyId, string? sessionToken) =>
        accessKeyId is null || !sessions.TryGetValue(accessKeyId, out var session) ? Operator
        : session.Token == sessionToken ? session.Caller
        : null;

    private static string Random(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
}

/// <summary>Temporary credentials, as they stand in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.</summary>
public sealed record SessionCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken);
