using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Logging;
using SesCompliance.Lambdas.Requests;
using SesCompliance.Lambdas.Waits;

namespace SesCompliance.Lambdas;

/// <summary>
/// Leaves the flow's task token where feedback finds it. Feedback may have come first: then the wait ends here. Both write the
/// same row and look at it after, so one of them sees the other.
/// </summary>
public sealed class AwaitFeedback(SendLedger ledger, FlowWait wait, Log logs)
{
    /// <exception cref="InvalidRequest"/>
    /// <exception cref="LedgerUnavailable">Also where the send has no row: nobody would ever end the wait.</exception>
    public async Task<AwaitFeedbackResult> HandleAsync(AwaitFeedbackTask task, ILambdaContext context)
    {
        if (!SendRequestParser.IsSendId(task.SendId) || string.IsNullOrEmpty(task.TaskToken))
        {
            throw new InvalidRequest("sendId must be the execution's name and taskToken its task's token");
        }

        var log = logs.For(context);
        using var patience = Patience.Until(context);
        var entry = await ledger.StoreTaskTokenAsync(task.SendId!, task.TaskToken, patience.Token)
            ?? throw new LedgerUnavailable("the ledger has no row for this send");
        if (entry.Fate is { } fate)
        {
            await wait.EndAsync(task.SendId!, task.TaskToken, fate, log, patience.Token);
        }
        else
        {
            log.WaitBegan(task.SendId!);
        }

        return new AwaitFeedbackResult();
    }
}

public sealed record AwaitFeedbackTask(
    [property: JsonPropertyName("sendId")] string? SendId,
    [property: JsonPropertyName("taskToken")] string? TaskToken);

/// <summary>Nothing to tell: the task ends by its token.</summary>
public sealed record AwaitFeedbackResult;
