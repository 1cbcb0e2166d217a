using SesCompliance.Lambdas.Ledger;
using SesCompliance.Ops.Flow;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Sends;

/// <summary>What became of a mail, in a sentence, and what to do next.</summary>
/// <param name="Next">Commands, ready to be pasted.</param>
internal sealed record Judgement(SendState State, string Answer, IReadOnlyList<string> Next)
{
    private const string AsksSes = "SendEmail";

    /// <summary>SES's word counts most, then what the flow ended with, then how far the ledger saw it come.</summary>
    public static Judgement Of(SendFacts facts) => (facts.Ledger.Value, facts.Execution.Value) switch
    {
        ({ Fate: { } fate }, _) => OfFate(facts, fate.Fate, fate.Reason),
        (_, { Outcome: "Suppressed" } execution) => Suppressed(facts, execution),
        (_, { Outcome: "Delivered" }) => OfFate(facts, Fate.Delivered, null),
        (_, { Outcome: "Bounced", Reason: { } reason }) => OfFate(facts, reason.StartsWith("Permanent", StringComparison.Ordinal) ? Fate.Bounced : Fate.SoftBounced, reason),
        (_, { Outcome: "Complained" } execution) => OfFate(facts, Fate.Complained, execution.Reason),
        (_, { Status: "RUNNING" or "PENDING_REDRIVE" }) => UnderWay(facts),
        ({ Status: SendStatus.Sent }, _) or (_, { Outcome: "Sent" }) => Sent(facts),
        (_, { Error: "SendUnconfirmed" }) => Unknown(facts, "SES may have taken it, but its answer was lost"),
        (_, { Error: "InvalidRequest" or "Expired" or "SendFailed" or "SuppressionCheckFailed" } execution) => NotSent(facts, execution),
        (null, { } execution) when facts.Ledger.Trouble is null && facts.Steps.Value is { } steps && !steps.Any(step => step.State == AsksSes) =>
            new(Sends.SendState.NotSent, $"Not sent: the execution ended before SES was asked ({Ended(execution)}).", [Doctor(facts)]),
        ({ Status: SendStatus.Released } row, _) => new(Sends.SendState.NotSent, $"Not sent: SES did not take it ({row.Refusal ?? "it could not be reached, or was too busy"}).", [Doctor(facts)]),
        ({ Status: SendStatus.Claimed }, { } execution) => Unknown(facts, $"SES may have taken it; the execution ended in between ({Ended(execution)})"),
        ({ Status: SendStatus.Claimed }, _) => Unknown(facts, "SES may have taken it; it was about to be sent, and the execution is no longer there to tell"),
        (_, { } execution) => Unknown(facts, $"the execution ended ({Ended(execution)}), and no ledger row tells whether SES took it"),
        _ => NotFound(facts),
    };

    private static Judgement OfFate(SendFacts facts, Fate fate, string? reason) => fate switch
    {
        Fate.Delivered => new(Sends.SendState.Delivered, $"Delivered: the receiving server took the mail.{Unless(facts)}", []),
        Fate.SoftBounced => new(Sends.SendState.SoftBounced, $"Bounced: {BounceWords.Of(reason)}; {OnList(facts) ?? "the address is not suppressed, since such a bounce passes"}.", []),
        Fate.Rejected => new(Sends.SendState.Rejected, $"Not sent: SES took the request and then declined to send it ({reason ?? "no reason is kept"}).", []),
        Fate.Bounced => new(Sends.SendState.Bounced, $"Bounced: {BounceWords.Of(reason)}; {OnList(facts) ?? "but the address is not on the suppression list"}.", AboutList(facts)),
        _ => new(Sends.SendState.Complained, $"Complained: the recipient reported it as spam{(reason is null ? "" : $" ({reason})")}; {OnList(facts) ?? "but the address is not on the suppression list"}.", AboutList(facts)),
    };

    private static Judgement Suppressed(SendFacts facts, FlowExecution execution)
    {
        var since = facts switch
        {
            { Suppressions.Trouble: not null } => "whether it still is could not be asked",
            { InForce: null } => "it has been taken off since",
            _ => "it still is",
        };
        return new(Sends.SendState.Suppressed, $"Not sent: the address was on the suppression list ({execution.Reason}); {since}.", ShowSuppression(facts));
    }

    private static Judgement UnderWay(SendFacts facts)
    {
        var state = facts.Steps.Value is [.., var last] ? $" in {last.State} since {last.Entered:HH:mm:ss} UTC" : "";
        var taken = facts.Ledger.Value is { Status: SendStatus.Sent } ? "; SES has taken the mail, and its word on it is waited for" : "";
        return new(Sends.SendState.UnderWay, $"Under way:{state}{taken}.", [Again(facts)]);
    }

    private static Judgement Sent(SendFacts facts) =>
        new(Sends.SendState.Sent, "Sent: SES took the mail and has not said more yet.", [Again(facts), ShowFeedback(facts)]);

    private static Judgement Unknown(SendFacts facts, string why) =>
        new(Sends.SendState.Unknown, $"Unknown: {why}. It is never sent again by itself; if nothing arrives, the user asks for a new code.", [Again(facts), ShowFeedback(facts)]);

    private static Judgement NotSent(SendFacts facts, FlowExecution execution) => new(
        Sends.SendState.NotSent,
        $"Not sent: {execution.Error}: {execution.Cause?.TrimEnd('.') ?? "no cause is kept"}.",
        [execution.Error is "InvalidRequest" or "Expired" ? $"aws stepfunctions describe-execution --execution-arn {Shell.Word(execution.Arn)} --query input --output text" : Doctor(facts)]);

    private static Judgement NotFound(SendFacts facts) => new(
        Sends.SendState.NotFound,
        facts.Troubles.Any()
            ? $"Not known: not every source could be asked about '{facts.SendId}', and the others have nothing."
            : $"Nothing is known of '{facts.SendId}' in stack {facts.Stack.Name}: it was never started, or so long ago that execution (90 days) and ledger row are gone.",
        [$"aws stepfunctions list-executions --state-machine-arn {facts.Arns.StateMachine} --max-results 20"]);

    /// <summary>Null where no row was ever there.</summary>
    private static string? OnList(SendFacts facts) => facts switch
    {
        { Suppressions.Trouble: not null } => "whether the address is suppressed could not be asked",
        { InForce: { } row } => $"the address is now suppressed ({row.Reason})",
        { Suppressions.Value: [{ RemovedAt: { } removed }, ..] } => $"the address was suppressed and taken off the list on {removed:yyyy-MM-dd}",
        _ => null,
    };

    private static string Unless(SendFacts facts) => facts.InForce is { } row ? $" The address is suppressed now ({row.Reason})." : "";

    /// <summary>A suppression that should be there and is not may lie in the dead letters.</summary>
    private static IReadOnlyList<string> AboutList(SendFacts facts) =>
        facts.Suppressions is { Trouble: null, Value: [] } ? [.. ShowSuppression(facts), ShowFeedback(facts)] : ShowSuppression(facts);

    private static string Ended(FlowExecution execution) => execution.Error is { } error ? $"{execution.Status}: {error}" : execution.Status;

    private static IReadOnlyList<string> ShowSuppression(SendFacts facts) =>
        facts.To is { } to ? [$"ses-ops suppressions show {Shell.Word(to)} --stack {facts.Stack.Name}"] : [];

    private static string ShowFeedback(SendFacts facts) => $"ses-ops feedback show --stack {facts.Stack.Name}";

    private static string Doctor(SendFacts facts) => $"ses-ops doctor --stack {facts.Stack.Name}";

    private static string Again(SendFacts facts) => $"ses-ops sends show {Shell.Word(facts.SendId)} --stack {facts.Stack.Name}";
}
