using Amazon.StepFunctions.Model;
using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.Flow;
using SesCompliance.Ops.Sends;
using Spectre.Console;

namespace SesCompliance.Ops.Simulate;

/// <summary>Sends a mail to SES's simulator through the stack's own flow, and looks where everything arrives.</summary>
internal sealed class Simulation(Session session, Scenario scenario, Wait wait)
{
    private readonly Stack stack = session.Stack;
    private readonly Arrivals arrivals = new(session.Stack, wait);

    /// <param name="label">No other run's.</param>
    public async Task<CheckReport> RunAsync(string label, CancellationToken cancellationToken)
    {
        var arns = await StackArns.FindAsync(session.Aws.Sts, stack, cancellationToken);
        var mail = new SimulatedMail(session, arns, $"simulate-{scenario.Name}-{label}", scenario.Address(label));
        return new CheckReport($"Simulated {scenario.Name} in stack {stack.Name}: {mail.SendId}, to {mail.To}", await CheckAsync(mail, arns, cancellationToken));
    }

    private async Task<IReadOnlyList<Check>> CheckAsync(SimulatedMail mail, StackArns arns, CancellationToken cancellationToken)
    {
        try
        {
            await mail.StartAsync(cancellationToken);
        }
        catch (StateMachineDoesNotExistException)
        {
            return [Arrivals.NotStarted($"there is no state machine {stack.StateMachine}", stack.Name)];
        }

        var ended = await mail.EndAsync(wait, cancellationToken);
        var checks = new List<Check> { arrivals.Execution(mail, ended, scenario.Outcomes) };
        if (ended.Value is not { } execution || (execution.Outcome is null or "Suppressed" && execution.Error != "SendUnconfirmed"))
        {
            // Nothing was sent, so nothing else can arrive.
            return checks;
        }

        session.Output.Aside.WriteLine("waiting for SES's word in the ledger");
        var row = await wait.UntilAsync(
            () => LedgerRow.FindAsync(session.Aws.DynamoDb, stack.SendLedger, mail.SendId, cancellationToken), row => row.Fate?.Fate == scenario.Fate, cancellationToken);
        checks.Add(arrivals.LedgerRow(row));
        checks.Add(arrivals.Fate(row, scenario.Fate));

        var rows = await wait.UntilAsync<IReadOnlyList<SuppressionRow>>(
            async () => await SuppressionRow.OfAsync(session.Aws.DynamoDb, stack.SuppressionTable, mail.To, cancellationToken),
            rows => scenario.Suppression is null || rows.Any(row => row.InForce),
            cancellationToken);
        checks.Add(arrivals.Suppression(rows, scenario.Suppression));

        session.Output.Aside.WriteLine("waiting for CloudWatch, which may take some minutes on AWS");
        var invocations = await SumAsync(StackMetric.OfHandler(stack, "Invocations"), execution, cancellationToken);
        checks.Add(arrivals.Handler(invocations, await Answered.ByAsync(() => AskAsync(StackMetric.OfHandler(stack, "Errors"), execution, cancellationToken))));
        checks.Add(await MetricAsync("EmailsSent", "CountSent", mail, execution, cancellationToken));
        if (scenario.SecondMail && rows.Value is { Count: > 0 })
        {
            checks.AddRange(await MailAgainAsync(mail, arns, cancellationToken));
        }

        return checks;
    }

    /// <summary>The list must now stop what SES would bounce.</summary>
    private async Task<IReadOnlyList<Check>> MailAgainAsync(SimulatedMail first, StackArns arns, CancellationToken cancellationToken)
    {
        const string Group = "Second mail to the address";
        var mail = new SimulatedMail(session, arns, $"{first.SendId}-again", first.To);
        await mail.StartAsync(cancellationToken);
        var ended = await mail.EndAsync(wait, cancellationToken);
        var execution = arrivals.Execution(mail, ended, "Suppressed") with { Group = Group };
        return ended.Value is { Outcome: "Suppressed" } suppressed
            ? [execution, await MetricAsync("EmailsSuppressed", "CountSuppressed", mail, suppressed, cancellationToken) with { Group = Group }]
            : [execution];
    }

    private async Task<Check> MetricAsync(string name, string state, SimulatedMail mail, FlowExecution execution, CancellationToken cancellationToken) =>
        arrivals.Metric(name, mail.Steps.FirstOrDefault(step => step.State == state), await SumAsync(StackMetric.OfFlow(stack, name), execution, cancellationToken));

    private Task<Answered<MetricSum>> SumAsync(StackMetric metric, FlowExecution execution, CancellationToken cancellationToken) =>
        wait.UntilAsync(() => AskAsync(metric, execution, cancellationToken), sum => sum.Value > 0, cancellationToken);

    /// <summary>By the time of AWS, which the execution has; this machine's clock may be another.</summary>
    private Task<MetricSum?> AskAsync(StackMetric metric, FlowExecution execution, CancellationToken cancellationToken) =>
        metric.SumAsync(session.Aws.CloudWatch, execution.Started, execution.Started + wait.Timeout + TimeSpan.FromMinutes(2), cancellationToken);
}
