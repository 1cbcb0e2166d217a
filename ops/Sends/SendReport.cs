using SesCompliance.Ops.Flow;

namespace SesCompliance.Ops.Sends;

/// <summary>What <c>sends show</c> answers.</summary>
/// <param name="Answer">What became of the mail, in a sentence.</param>
/// <param name="Next">Commands, ready to be pasted.</param>
/// <param name="Missing">Sources that have nothing or could not be asked, and why that may be.</param>
public sealed record SendReport(
    string SendId,
    string Stack,
    SendState State,
    string Answer,
    IReadOnlyList<string> Next,
    string? To,
    string? MessageId,
    LedgerRow? Ledger,
    FlowExecution? Execution,
    IReadOnlyList<SuppressionRow> Suppressions,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<string> Missing)
{
    internal static SendReport Of(SendFacts facts)
    {
        var judgement = Judgement.Of(facts);
        return new SendReport(
            facts.SendId,
            facts.Stack.Name,
            judgement.State,
            judgement.Answer,
            judgement.Next,
            facts.To,
            facts.MessageId,
            facts.Ledger.Value,
            facts.Execution.Value,
            facts.Suppressions.Value ?? [],
            Sends.Timeline.Of(facts),
            [.. facts.Troubles, .. Absent(facts)]);
    }

    private static IEnumerable<string> Absent(SendFacts facts)
    {
        if (facts.Ledger is { Value: null, Trouble: null })
        {
            yield return "The send ledger has no row: SES was never asked to send this, or the row's time to live (key ledgerDays) is over.";
        }

        if (facts.Execution is { Value: null, Trouble: null })
        {
            yield return "There is no execution: none was started under this id, or it ended more than 90 days ago (Step Functions keeps no longer).";
        }
    }
}
