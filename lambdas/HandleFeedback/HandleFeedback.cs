using Amazon.Lambda.Core;
using Amazon.Lambda.SNSEvents;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Feedback;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Logging;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Waits;

namespace SesCompliance.Lambdas;

/// <summary>
/// Takes in what SES says became of mails: suppresses addresses, enters fates, ends waits. A message may come twice, late or
/// before an older one, and fails loudly where it can't be taken in, so that it is delivered again or ends in the dead letters.
/// </summary>
public sealed class HandleFeedback(SuppressionTable suppressions, SendLedger ledger, FlowWait wait, Log logs)
{
    /// <exception cref="UnreadableFeedback">A message is no SES feedback; all others of the invocation are taken in by then.</exception>
    /// <exception cref="SuppressionListUnavailable"/>
    /// <exception cref="LedgerUnavailable"/>
    public async Task<HandleFeedbackResult> HandleAsync(SNSEvent notification, ILambdaContext context)
    {
        var log = logs.For(context);
        using var patience = Patience.Until(context);
        var failures = new List<Exception>();
        foreach (var message in notification.Records?.Select(record => record.Sns) ?? [])
        {
            try
            {
                await TakeInAsync(message, log, patience.Token);
            }
            catch (Exception error)
            {
                log.FeedbackFailed(message?.MessageId, error);
                failures.Add(error);
            }
        }

        return failures switch
        {
            [] => new HandleFeedbackResult(),
            [var only] => throw only,
            _ => throw Summary(failures),
        };
    }

    // An event can name many recipients: the suppressions come first, since they protect the next mail.
    private async Task TakeInAsync(SNSEvent.SNSMessage? message, Log log, CancellationToken cancellationToken)
    {
        var effect = FeedbackReader.Read(message?.Message, message?.MessageId, message?.Timestamp.ToUniversalTime() ?? default);
        log.FeedbackReceived(effect, message?.MessageId);
        foreach (var remark in effect.Remarks)
        {
            log.FeedbackRemark(effect, remark);
        }

        foreach (var sighting in effect.Sightings)
        {
            log.SuppressionRecorded(effect, await suppressions.RecordAsync(sighting, cancellationToken));
        }

        if (effect is { SendId: { } sendId, News: { } news })
        {
            await EnterFateAsync(sendId, news, effect, log, cancellationToken);
        }

        if (effect.Defect is { } defect)
        {
            throw defect;
        }
    }

    private async Task EnterFateAsync(string sendId, MailNews news, FeedbackEffect effect, Log log, CancellationToken cancellationToken)
    {
        if (await ledger.RecordAsync(sendId, news, cancellationToken) is not { } entry)
        {
            log.NoLedgerRow(effect);
            return;
        }

        log.FateRecorded(effect, entry);

        // Even where the fate is no news: the attempt before may have died between the row and this call.
        if (entry is { TaskToken: { } token, Fate: { } fate })
        {
            await wait.EndAsync(sendId, token, fate, log, cancellationToken);
        }
    }

    // What can be tried again comes before what can't: the retry finds the rest unreadable once more and says so then.
    private static Exception Summary(List<Exception> failures) =>
        failures.Find(failure => failure is not UnreadableFeedback)
        ?? new UnreadableFeedback(string.Join("; ", failures.Select(failure => failure.Message)));
}

/// <summary>Nobody reads the answer to an asynchronous invocation: <c>{}</c>.</summary>
public sealed record HandleFeedbackResult;
