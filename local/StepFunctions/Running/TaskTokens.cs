using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>
/// Task tokens: opaque Base64, as long as AWS's. Each carries its own proof, so that a token that was given out and is used up is told from one that
/// never was, without remembering it, and the state machine's name, which permissions to answer it are for.
/// </summary>
public sealed class TaskTokens
{
    private const int Body = 480;

    /// <summary>AWS's tokens begin with this.</summary>
    private static readonly byte[] Prefix = Convert.FromBase64String("AQCEAAAAKgAAAAMAAAAA");

    private readonly TimeProvider clock;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, PendingTask> pending = new();

    internal TaskTokens(TimeProvider clock) => this.clock = clock;

    /// <param name="machineName">At most 80 characters of ASCII.</param>
    internal PendingTask Open(string machineName)
    {
        byte[] name = [(byte)machineName.Length, .. Encoding.ASCII.GetBytes(machineName)];
        byte[] body = [.. Prefix, .. name, .. RandomNumberGenerator.GetBytes(Body - name.Length)];
        var task = new PendingTask(Convert.ToBase64String([.. body, .. HMACSHA256.HashData(key, body)]), clock);
        pending[task.Token] = task;
        return task;
    }

    internal void Close(PendingTask task) => pending.TryRemove(task.Token, out _);

    /// <exception cref="AwsException"><c>InvalidToken</c>, <c>TaskTimedOut</c>, <c>InvalidOutput</c>.</exception>
    public void Succeed(string token, string output)
    {
        var task = Get(token);
        try
        {
            Answer(task, new TokenSuccess(Payload.Parse(output)));
        }
        catch (JsonException)
        {
            throw new AwsException("InvalidOutput", $"Invalid Output: '{JsonSyntax.Check(output)?.Message}'");
        }
    }

    /// <exception cref="AwsException"><c>InvalidToken</c>, <c>TaskTimedOut</c>.</exception>
    public void Fail(string token, string? error, string? cause) => Answer(Get(token), new TokenFailure(error, cause));

    /// <exception cref="AwsException"><c>InvalidToken</c>, <c>TaskTimedOut</c>.</exception>
    public void Heartbeat(string token) => Get(token).Heartbeat();

    private static void Answer(PendingTask task, TokenAnswer answer)
    {
        if (!task.TryAnswer(answer))
        {
            throw Gone();
        }
    }

    private static AwsException Gone() => new("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    /// <summary>The ARN of the state machine whose task the token is or was; null where the token was never given out here.</summary>
    internal string? MachineOf(string token) => Read(token) is { } bytes
        ? Arns.Machine(Encoding.ASCII.GetString(bytes, Prefix.Length + 1, bytes[Prefix.Length]))
        : null;

    private PendingTask Get(string token) => pending.TryGetValue(token, out var task) ? task
        : throw (Read(token) is null ? new AwsException("InvalidToken", "Invalid Token: 'Invalid token'") : Gone());

    /// <summary>The token's bytes; null where it was not given out here.</summary>
    private byte[]? Read(string token)
    {
        var bytes = new byte[Prefix.Length + Body + HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(token, bytes, out var length) && length == bytes.Length
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, bytes.AsSpan(0, Prefix.Length + Body)), bytes.AsSpan(Prefix.Length + Body))
                ? bytes
                : null;
    }
}
