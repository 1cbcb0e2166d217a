using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SesCompliance.Samples;

/// <summary>Mails verification codes through the send flow. Safe to share between threads. Needs states:StartExecution and states:DescribeExecution: the stack's botPolicyArn.</summary>
public sealed partial class Verification(IAmazonStepFunctions states, string stateMachineArn, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Mails the code, once for each request id however often it is called, and says what became of it.</summary>
    /// <param name="requestId">The bot's own, 1 to 80 of A-Z a-z 0-9 _ -; it is seen in the console and in logs, so it holds no address.</param>
    /// <param name="expiresAt">The mail is not sent after it.</param>
    /// <param name="patience">How long to wait for the outcome.</param>
    /// <exception cref="ArgumentException">The request id breaks its rule.</exception>
    public async Task<Outcome> SendAsync(
        string requestId, string to, string code, DateTimeOffset expiresAt, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        if (!RequestId().IsMatch(requestId))
        {
            throw new ArgumentException($"requestId is '{requestId}': it must be 1 to 80 of A-Z a-z 0-9 _ -");
        }

        var mail = JsonSerializer.Serialize(new
        {
            to,
            subject = "Your verification code",
            text = $"Your code is {code}. If you didn't ask for it, ignore this mail.",
            expiresAt = expiresAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            tags = new { flow = "verify" },
        });
        var begun = time.GetTimestamp();
        try
        {
            await StartAsync(requestId, mail, cancellationToken);
        }
        catch (Exception fault) when (IsFault(fault, cancellationToken))
        {
            return new Outcome("NotStarted", NameOf(fault));
        }

        return await WaitAsync(requestId, to, () => patience - time.GetElapsedTime(begun), cancellationToken);
    }

    /// <summary>The client retries, and resends on a pooled connection that broke, always with the same execution name: no retry mails twice.</summary>
    private async Task StartAsync(string requestId, string mail, CancellationToken cancellationToken)
    {
        try
        {
            await states.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = stateMachineArn, Name = requestId, Input = mail }, cancellationToken);
        }
        catch (ExecutionAlreadyExistsException)
        {
            // Started before, and it has ended or had another input (a later expiry, say): its outcome is this request's.
        }
    }

    private async Task<Outcome> WaitAsync(string requestId, string to, Func<TimeSpan> left, CancellationToken cancellationToken)
    {
        var describe = new DescribeExecutionRequest { ExecutionArn = $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{requestId}" };
        var (pause, trouble) = (FirstPause, "");
        while (true)
        {
            try
            {
                var execution = await states.DescribeExecutionAsync(describe, cancellationToken);
                if (Text(execution.Input, "to") != to)
                {
                    return new Outcome("NotStarted", "the request id was used for another address");
                }

                if (execution.Status != ExecutionStatus.RUNNING)
                {
                    return OutcomeOf(execution);
                }
            }
            catch (Exception fault) when (IsFault(fault, cancellationToken))
            {
                // Also ExecutionDoesNotExist: what was started may take a moment to be seen.
                trouble = NameOf(fault);
            }

            var remaining = left();
            if (remaining <= TimeSpan.Zero)
            {
                return new Outcome("Running", trouble);
            }

            var jittered = pause * (RandomNumberGenerator.GetInt32(50, 101) / 100.0);
            await Task.Delay(jittered < remaining ? jittered : remaining, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>TIMED_OUT and ABORTED go by their status: their error is whatever the operator gave.</summary>
    private static Outcome OutcomeOf(DescribeExecutionResponse execution) => new(
        execution.Status == ExecutionStatus.SUCCEEDED ? Text(execution.Output, "outcome")!
        : execution.Status == ExecutionStatus.FAILED ? execution.Error
        : execution.Status.Value);

    private static string? Text(string json, string key)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty(key).GetString();
    }

    /// <summary>What AWS or the way to it may throw; a caller that gave up is not among it.</summary>
    private static bool IsFault(Exception fault, CancellationToken cancellationToken) =>
        fault is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
        || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>An error's code or class. Its text may quote the request, and the request has the address.</summary>
    private static string NameOf(Exception fault) => (fault as AmazonServiceException)?.ErrorCode ?? fault.GetType().Name;

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z")]
    private static partial Regex RequestId();
}
