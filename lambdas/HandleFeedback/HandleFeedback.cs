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
        if (notification.Records is not { Count: > 0 } records)
        {
            // Such as a dead letter that was handed over in its own wrapping: to answer with success would lose it.
            throw new UnreadableFeedback("the event has no SNS records: it must be {\"Records\": [{\"Sns\": {...}}]}");
        }

        var failures = new List<Exception>();
        foreach (var record in records)
        {
            failures.AddRange(await TakeInAsync(record?.Sns, log, patience.Token));
        }

        return failures switch
        {
            [] => new HandleFeedbackResult(),
            [var only] => throw only,
            _ => throw Summary(failures),
        };
    }

    /// <returns>What failed; all else is done.</returns>
    private async Task<IReadOnlyList<Exception>> TakeInAsync(SNSEvent.SNSMessage? message, Log log, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        FeedbackEffect? effect = null;
        await TryAsync(() =>
        {
            effect = FeedbackReader.Read(message?.Message, message?.MessageId, message?.Timestamp.ToUniversalTime() ?? default);
            log.FeedbackReceived(effect, message?.MessageId);
            return Task.CompletedTask;
        });
        if (effect is null)
        {
            return failures;
        }

        foreach (var remark in effect.Remarks)
        {
            log.FeedbackRemark(effect, remark);
        }

        // An event can name many recipients: the suppressions come first, since they protect the next mail, and none waits for another's.
        foreach (var sighting in effect.Sightings)
        {
            await TryAsync(async () => log.SuppressionRecorded(effect, await suppressions.RecordAsync(sighting, cancellationToken)));
        }

        if (effect is { SendId: { } sendId, News: { } news })
        {
            await TryAsync(() => EnterFateAsync(sendId, news, effect, log, cancellationToken));
        }

        if (effect.Defect is { } defect)
        {
            await TryAsync(() => throw defect);
        }

        return failures;

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception error)
            {
                log.FeedbackFailed(effect?.SendId, message?.MessageId, error);
                failures.Add(error);
            }
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
