using Amazon.Lambda.Core;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Logging;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Lambdas;

/// <summary>
/// Sends a mail at most once for its send id, however often it is asked to and wherever it is cut off: claim the id, call SES, note
/// the message id. It validates again, since the flow may have gone past a failed check.
/// </summary>
public sealed class SendEmail(SendLedger ledger, MailDelivery delivery, TimeProvider time, Log logs)
{
    /// <summary>SES answers within a second; ten are the patience for a bad day.</summary>
    private static readonly TimeSpan SesPatience = TimeSpan.FromSeconds(10);

    /// <summary>What the ledger's last write may take, retries included.</summary>
    private static readonly TimeSpan LedgerReserve = TimeSpan.FromSeconds(3);

    /// <summary>Each with the SDK's own retries inside.</summary>
    private const int StoreAttempts = 4;

    private static readonly TimeSpan StorePause = TimeSpan.FromMilliseconds(200);

    /// <exception cref="InvalidRequest"/>
    /// <exception cref="Expired"/>
    /// <exception cref="LedgerUnavailable">Nothing was sent; may be tried again.</exception>
    /// <exception cref="SesThrottled">Nothing was sent; may be tried again.</exception>
    /// <exception cref="SesUnreachable">Nothing was sent; may be tried again.</exception>
    /// <exception cref="SendFailed">Nothing was sent, nor would be.</exception>
    /// <exception cref="SendUnconfirmed">It may have been sent; never tried again.</exception>
    public async Task<SendEmailResult> HandleAsync(FlowTask task, ILambdaContext context)
    {
        var log = logs.For(context);
        var request = RequestCheck.Parse(task, log);
        if (request.ExpiresAt <= time.GetUtcNow())
        {
            log.Expired(request);
            throw new Expired("expiresAt had passed before the mail's turn came");
        }

        var claim = Guid.NewGuid().ToString("N");
        return await ClaimAsync(request, claim, context, log) switch
        {
            ClaimAnswer.Granted => await SendAsync(request, claim, context, log),
            ClaimAnswer.AlreadySent sent => AlreadySent(request, sent.MessageId, log),
            ClaimAnswer.OtherRequest answer => throw Refuse(answer, new InvalidRequest("this execution name was used for another request before")),
            var answer => throw Refuse(answer, new SendUnconfirmed("an earlier attempt may have sent this mail; it is not sent again")),
        };

        Exception Refuse(ClaimAnswer answer, Exception error)
        {
            log.ClaimRefused(request, answer);
            return error;
        }
    }

    private static SendEmailResult AlreadySent(SendRequest request, string messageId, Log log)
    {
        log.AlreadySent(request, messageId);
        return new SendEmailResult(request.To.Value, messageId);
    }

    private async Task<ClaimAnswer> ClaimAsync(SendRequest request, string claim, ILambdaContext context, Log log)
    {
        using var patience = Patience.Until(context, LedgerReserve);
        try
        {
            return await ledger.ClaimAsync(request, claim, patience.Token);
        }
        catch (LedgerUnavailable error)
        {
            log.ClaimFailed(request, error);

            // The claim may have been written although its answer was lost; then the next attempt would find an id in doubt, for
            // a mail that certainly was not sent. If this write fails too, that is what happens: too careful, but never twice.
            using var last = Patience.Until(context);
            await TryReleaseAsync(request, claim, null, log, last.Token);
            throw;
        }
    }

    private async Task<SendEmailResult> SendAsync(SendRequest request, string claim, ILambdaContext context, Log log)
    {
        var left = Patience.Left(context, LedgerReserve);
        var started = time.GetTimestamp();
        using var patience = new CancellationTokenSource(left < SesPatience ? left : SesPatience, time);
        var answer = left == TimeSpan.Zero
            ? new DeliveryAnswer.Unreached("no time was left to call SES")
            : await delivery.HandOverAsync(request, patience.Token);

        if (answer is DeliveryAnswer.Taken taken)
        {
            log.Sent(request, taken.MessageId, time.GetElapsedTime(started));
            await StoreAsync(request, claim, taken.MessageId, context, log);
            return new SendEmailResult(request.To.Value, taken.MessageId);
        }

        if (answer is DeliveryAnswer.Unknown unknown)
        {
            log.Unconfirmed(request, unknown.Detail);
            throw new SendUnconfirmed($"SES may or may not have taken the mail: {unknown.Detail}");
        }

        throw await GiveBackAsync(request, claim, answer, context, log);
    }

    private async Task<Exception> GiveBackAsync(SendRequest request, string claim, DeliveryAnswer answer, ILambdaContext context, Log log)
    {
        var (@event, error) = Name(answer);
        log.NotSent(request, @event, error.Message);

        using var patience = Patience.Until(context);
        return await TryReleaseAsync(request, claim, error is SendFailed ? error.Message : null, log, patience.Token)
            ? error
            // A retry would find the id claimed and call it unconfirmed, which is not true: it was not sent, and that is final now.
            : new SendFailed($"{error.Message} (and the ledger could not take the id back for another try)");
    }

    private static (string Event, FlowError Error) Name(DeliveryAnswer answer) => answer switch
    {
        DeliveryAnswer.Throttled throttled => ("send-throttled", new SesThrottled(throttled.Detail)),
        DeliveryAnswer.Unreached unreached => ("ses-unreachable", new SesUnreachable(unreached.Detail)),
        DeliveryAnswer.Refused refused => ("send-refused", new SendFailed(refused.Detail)),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private async Task<bool> TryReleaseAsync(SendRequest request, string claim, string? refusal, Log log, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.ReleaseAsync(request.SendId, claim, refusal, cancellationToken);
            return true;
        }
        catch (LedgerUnavailable error)
        {
            log.ReleaseFailed(request, error);
            return false;
        }
    }

    // The mail is out: whatever happens here, the send has succeeded. The row stays claimed if this fails, so nothing is sent twice, and
    // the first event about the mail fills the message id in.
    private async Task StoreAsync(SendRequest request, string claim, string messageId, ILambdaContext context, Log log)
    {
        using var patience = Patience.Until(context);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ledger.MarkSentAsync(request.SendId, claim, messageId, patience.Token);
                return;
            }
            catch (LedgerUnavailable error)
            {
                log.MessageIdNotStored(request, messageId, error);
                if (attempt == StoreAttempts || patience.IsCancellationRequested)
                {
                    return;
                }
            }

            await Task.Delay(StorePause, time, CancellationToken.None);
        }
    }
}
