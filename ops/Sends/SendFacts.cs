using SesCompliance.Lambdas.Feedback;
using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Flow;

namespace SesCompliance.Ops.Sends;

/// <summary>All that is known of one send.</summary>
/// <param name="Steps">The execution's states.</param>
/// <param name="Suppressions">The recipient's rows; nothing where the recipient is not known.</param>
internal sealed record SendFacts(
    string SendId,
    StackArns Arns,
    Answered<LedgerRow> Ledger,
    Answered<FlowExecution> Execution,
    Answered<IReadOnlyList<FlowStep>> Steps,
    Answered<IReadOnlyList<SuppressionRow>> Suppressions)
{
    public Stack Stack => Arns.Stack;

    public string ExecutionArn => FlowExecution.ArnOf(Arns, SendId);

    /// <summary>In the list's spelling where it is an address at all.</summary>
    public string? To => Recipient(Ledger.Value, Execution.Value);

    public string? MessageId => Ledger.Value?.MessageId ?? Execution.Value?.MessageId;

    public SuppressionRow? InForce => Suppressions.Value?.FirstOrDefault(row => row.InForce);

    public IEnumerable<string> Troubles => new[]
    {
        Trouble("The send ledger", Ledger.Trouble), Trouble("The execution", Execution.Trouble), Trouble("The execution's history", Steps.Trouble),
        Trouble("The suppression list", Suppressions.Trouble),
    }.OfType<string>();

    /// <exception cref="CouldNotAskException">Neither ledger nor Step Functions could be asked.</exception>
    public static async Task<SendFacts> AskAsync(Session session, string sendId, CancellationToken cancellationToken)
    {
        var arns = await StackArns.FindAsync(session.Aws.Sts, session.Stack, cancellationToken);
        var arn = FlowExecution.ArnOf(arns, sendId);
        var asked = Answered.ByAsync(() => LedgerRow.FindAsync(session.Aws.DynamoDb, session.Stack.SendLedger, sendId, cancellationToken));
        var execution = await Answered.ByAsync(() => FlowExecution.FindAsync(session.Aws.StepFunctions, arn, cancellationToken));
        var steps = execution.Value is null
            ? new(null, null)
            : await Answered.ByAsync<IReadOnlyList<FlowStep>>(async () => await FlowHistory.ReadAsync(session.Aws.StepFunctions, arn, cancellationToken));
        var ledger = await asked;
        if (ledger.Trouble is { } trouble && execution.Trouble is not null)
        {
            throw new CouldNotAskException($"Neither the send ledger {session.Stack.SendLedger} nor the execution could be asked. {trouble}");
        }

        var suppressions = Recipient(ledger.Value, execution.Value) is { } to
            ? await Answered.ByAsync<IReadOnlyList<SuppressionRow>>(
                async () => await SuppressionRow.OfAsync(session.Aws.DynamoDb, session.Stack.SuppressionTable, to, cancellationToken))
            : new(null, null);
        return new SendFacts(sendId, arns, ledger, execution, steps, suppressions);
    }

    private static string? Recipient(LedgerRow? ledger, FlowExecution? execution) =>
        (ledger?.To ?? execution?.To) is { } to ? RecipientAddress.Normalize(to) : null;

    private static string? Trouble(string source, string? trouble) => trouble is null ? null : $"{source} could not be asked. {trouble}";
}
