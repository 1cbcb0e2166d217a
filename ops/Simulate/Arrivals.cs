using SesCompliance.Lambdas.Ledger;
using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.Flow;
using SesCompliance.Ops.Sends;

namespace SesCompliance.Ops.Simulate;

/// <summary>Whether what must arrive has arrived, each thing a check.</summary>
internal sealed class Arrivals(Stack stack, Wait wait)
{
    private const string Mail = "Mail";
    private const string Feedback = "Feedback";
    private const string Metrics = "Metrics";

    public static Check NotStarted(string why, string stack) => new(Mail, "Execution", Verdict.Fail, why)
    {
        ToDo = [$"Deploy the stack (pulumi up --stack {stack}), or name another with --stack"],
    };

    public Check Execution(SimulatedMail mail, Answered<FlowExecution> ended, params IReadOnlyList<string> outcomes)
    {
        const string Name = "Execution";
        var show = $"ses-ops sends show {mail.SendId} --stack {stack.Name}";
        return ended switch
        {
            { Trouble: { } trouble } => None(Mail, Name, trouble),
            { Value: null } => Bad(Mail, Name, "it is not there", "Step Functions took it and does not know it.", show),
            { Value: { Stopped: null } } => Bad(Mail, Name, Late($"still in {(mail.Steps is [.., var last] ? last.State : "no state")}"), "The flow hangs, or --timeout is shorter than awaitFeedbackSeconds.", show),
            { Value: { Outcome: null } failed } => Bad(Mail, Name, $"{failed.Error ?? failed.Status}: {failed.Cause}", "The mail was not sent, or nobody knows.", show, $"ses-ops doctor --stack {stack.Name}"),
            { Value: { Outcome: "Sent" } } when outcomes.Contains("Sent") || !mail.Steps.Any(step => step.State == "AwaitFeedback") =>
                new(Mail, Name, Verdict.Pass, $"Sent in {Took(ended.Value)} (the stack does not wait for SES's word)"),
            { Value: { Outcome: "Sent" } } => new(Mail, Name, Verdict.Warn, "Sent: SES's word had not come when the wait was over")
            {
                Why = "The bot learns no outcome. Right only where SES takes longer than awaitFeedbackSeconds.",
                ToDo = [show],
            },
            { Value: { Outcome: { } outcome } value } when outcomes.Contains(outcome) => new(Mail, Name, Verdict.Pass, $"{outcome} in {Took(value)}"),
            { Value: { } other } => Bad(Mail, Name, $"{other.Outcome}, not {outcomes[0]}", "The flow does not tell the bot what became of the mail.", show),
        };
    }

    public Check LedgerRow(Answered<LedgerRow> row) => row switch
    {
        { Trouble: { } trouble } => None(Mail, "Ledger row", trouble),
        { Value: { MessageId: { } id } } => new(Mail, "Ledger row", Verdict.Pass, $"SES took the mail as {id}"),
        _ => Bad(Mail, "Ledger row", row.Value is null ? "none" : $"{row.Value.Status}, without a message id", "Without it nothing keeps a mail from being sent twice.", Doctor),
    };

    public Check Fate(Answered<LedgerRow> row, Fate expected) => row switch
    {
        { Trouble: { } trouble } => None(Feedback, "SES's word", trouble),
        { Value.Fate: { } fate } when fate.Fate == expected => new(Feedback, "SES's word", Verdict.Pass, fate.Reason is null ? $"{fate.Fate}" : $"{fate.Fate}: {fate.Reason}"),
        _ => Bad(
            Feedback, "SES's word", Late(row.Value?.Fate is { } other ? $"{other.Fate}, not {expected}" : "none"), "What SES reports does not reach the ledger: nor would a bounce reach the suppression list.",
            Doctor, $"ses-ops feedback show --stack {stack.Name}"),
    };

    public Check Suppression(Answered<IReadOnlyList<SuppressionRow>> rows, string? expected)
    {
        const string Name = "Suppression list";
        var row = rows.Value?.FirstOrDefault(row => row.InForce);
        return (rows.Trouble, row, expected) switch
        {
            ({ } trouble, _, _) => None(Feedback, Name, trouble),
            (_, null, null) => new(Feedback, Name, Verdict.Pass, "the address is not on it"),
            (_, { } found, { } reason) when found.Reason == reason =>
                new(Feedback, Name, Verdict.Pass, $"{reason} ({found.BounceType ?? "complaint"}{(found.BounceSubType is { } sub ? $"/{sub}" : "")}); the row stays: no other run mails this address"),
            (_, null, { } reason) => Bad(Feedback, Name, Late($"no {reason}"), "The next mail to such an address would go out, and count against the account.", Doctor, $"ses-ops feedback show --stack {stack.Name}"),
            (_, { } found, _) => Bad(Feedback, Name, $"{found.Reason}, not {expected ?? "off the list"}", "The list keeps the wrong reason.", $"ses-ops suppressions show {found.Email} --stack {stack.Name}"),
        };
    }

    public Check Handler(Answered<MetricSum> invocations, Answered<MetricSum> errors)
    {
        const string Name = "Feedback handler";
        return (invocations, errors) switch
        {
            ({ Trouble: { } trouble }, _) => None(Feedback, Name, trouble),
            (_, { Trouble: { } trouble }) => None(Feedback, Name, trouble),
            ({ Value: null }, _) => Bad(Feedback, Name, Late("no invocation is counted"), "SNS does not reach it, or CloudWatch is slow: it may take some minutes.", Doctor),
            (_, { Value.Value: > 0 and var count }) => new(Feedback, Name, Verdict.Warn, $"{count} of its runs failed meanwhile")
            {
                Why = "It may be about other mail; Lambda tries each three times.",
                ToDo = [$"aws logs tail /aws/lambda/{stack.FeedbackHandler} --since 10m", $"ses-ops feedback show --stack {stack.Name}"],
            },
            _ => new(Feedback, Name, Verdict.Pass, $"runs since the start: {invocations.Value!.Value}, without an error"),
        };
    }

    /// <param name="step">The state that counts.</param>
    public Check Metric(string name, FlowStep? step, Answered<MetricSum> sum) => (step, sum) switch
    {
        (null, _) => Bad(Metrics, name, "the flow did not count the mail", "Alarms that are about rates judge by it.", Doctor),
        ({ Succeeded: false }, _) => Bad(Metrics, name, $"not published: {string.Join(", ", step.Errors)}", "The flow goes on without it, and alarms about rates judge without it.", Doctor),
        (_, { Trouble: { } trouble }) => None(Metrics, name, trouble),
        (_, { Value: null }) => Bad(Metrics, name, Late("published, but CloudWatch does not show it"), "CloudWatch may take some minutes.", $"ses-ops simulate success --timeout 600 --stack {stack.Name}"),
        _ => new(Metrics, name, Verdict.Pass, $"{sum.Value!.Value} since the start"),
    };

    private string Doctor => $"ses-ops doctor --stack {stack.Name}";

    private string Late(string what) => $"{what} after {wait.Seconds:0} s";

    private static string Took(FlowExecution execution) => $"{(execution.Stopped!.Value - execution.Started).TotalSeconds:0.0} s";

    private static Check None(string group, string name, string trouble) => new(group, name, Verdict.CouldNotAsk, trouble);

    private static Check Bad(string group, string name, string found, string why, params IReadOnlyList<string> toDo) => new(group, name, Verdict.Fail, found) { Why = why, ToDo = toDo };
}
