namespace SesCompliance.Ops.Sends;

/// <param name="Seconds">How long it took; null for what has no length or is not over.</param>
public sealed record TimelineEntry(DateTimeOffset At, string What, double? Seconds = null);

/// <summary>What happened to a send, in the order of time, from all sources.</summary>
internal static class Timeline
{
    private static readonly string[] Silent = ["Choice", "Pass"];

    public static IReadOnlyList<TimelineEntry> Of(SendFacts facts) =>
        [.. OfExecution(facts).Concat(OfLedger(facts.Ledger.Value)).Concat(OfList(facts)).OrderBy(entry => entry.At)];

    private static IEnumerable<TimelineEntry> OfExecution(SendFacts facts)
    {
        if (facts.Execution.Value is not { } execution)
        {
            yield break;
        }

        yield return new(execution.Started, "execution started");
        foreach (var step in (facts.Steps.Value ?? []).Where(step => !Silent.Contains(step.Kind)))
        {
            yield return new(step.Entered, step.Errors.Count == 0 ? step.State : $"{step.State} (failed attempts: {string.Join(", ", step.Errors)})", step.Seconds);
        }

        if (execution.Stopped is { } stopped)
        {
            yield return new(stopped, $"execution ended: {execution.Outcome ?? execution.Error ?? execution.Status}", (stopped - execution.Started).TotalSeconds);
        }
    }

    private static IEnumerable<TimelineEntry> OfLedger(LedgerRow? row)
    {
        if (row?.ClaimedAt is { } claimed)
        {
            yield return new(claimed, "send id claimed in the ledger");
        }

        if (row?.SentAt is { } sent)
        {
            yield return new(sent, "SES took the mail");
        }

        if (row?.Fate is { } fate)
        {
            // Without the diagnostic, which stands above.
            yield return new(fate.At, fate.Reason is null ? $"SES's word: {fate.Fate}" : $"SES's word: {fate.Fate} ({fate.Reason.Split(':')[0]})");
        }
    }

    /// <summary>What happened to the address's rows since; before, it is the address's story and not the mail's.</summary>
    private static IEnumerable<TimelineEntry> OfList(SendFacts facts)
    {
        var began = facts.Execution.Value?.Started ?? facts.Ledger.Value?.ClaimedAt ?? DateTimeOffset.MinValue;
        foreach (var row in facts.Suppressions.Value ?? [])
        {
            if (row.LastSeen is { } seen && seen >= began)
            {
                yield return new(seen, row.MessageId is { } id && id == facts.MessageId ? $"address suppressed: {row.Reason}" : $"address suppressed: {row.Reason}, by another mail");
            }

            if (row.RemovedAt is { } removed && removed >= began)
            {
                yield return new(removed, $"address taken off the suppression list: {row.Reason}");
            }
        }
    }
}
