using System.CommandLine;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions remove</c>: mail may go out again, and the rows say who decided that and why.</summary>
internal static class RemoveCommand
{
    private const string Description = """
        Takes addresses out of force, in the stack's list and in SES's account list. The rows stay as the record of who did it, when and why; a bounce or complaint after that suppresses again.

        Killed anywhere, it is finished by running the same command again. With --domain or --between it first only says what it would do; only bounces, unless --reason says otherwise.
        An address whose owner complained is left alone: --even-complaints is for those who asked for mail again.
        Exit code 1 says that an address is still suppressed.

        Examples:
          ses-ops suppressions remove user@example.com --why "typo in their mail server's DNS, mended" --by ada
          ses-ops suppressions remove --domain example.com --between 2026-11-24T09:00Z 2026-11-24T11:30Z --why "their outage"
          ses-ops suppressions remove --domain example.com --between 2026-11-24T09:00Z 2026-11-24T11:30Z --why "their outage" --yes
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("remove", Description);
        var (bulk, signature) = (new Bulk(), new Signature("Why may mail go there again?"));
        var evenComplaints = new Option<bool>("--even-complaints") { Description = "Also addresses whose owners complained, because they asked for mail again" };
        bulk.AddTo(command);
        signature.AddTo(command);
        command.Add(evenComplaints);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var (addresses, filter) = bulk.Read(parsed, session.Clock.GetUtcNow());
            var reason = RowFilter.ReasonOf(parsed.GetValue(bulk.Reason), "--reason") ?? (filter is null ? null : SuppressionReason.Bounce);
            var even = parsed.GetValue(evenComplaints);
            if (reason == SuppressionReason.Complaint && !even)
            {
                throw new UsageException("--reason COMPLAINT needs --even-complaints: mail to complainers gets accounts suspended, so their owners must have asked for it.");
            }

            var (why, by) = signature.Read(parsed, session.Output);
            var rows = new SuppressionRows(session.Aws.DynamoDb, session.Stack.SuppressionTable);
            if (filter is not null && !parsed.GetValue(bulk.Yes))
            {
                return await DryRun.WriteAsync(session, "remove", Matching(session, rows, filter, reason!.Value, cancellationToken));
            }

            var removal = new Removal(rows, new AccountList(session.Aws.PatientSes), session.Clock);
            var targets = addresses?.ToAsyncEnumerable() ?? Matching(session, rows, filter!, reason!.Value, cancellationToken).Select(row => row.Email);
            return await RunAsync(session, removal, targets, new RemovalOrder(why, by, reason, even), cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(Session session, Removal removal, IAsyncEnumerable<string> targets, RemovalOrder order, CancellationToken cancellationToken)
    {
        await using var to = AnswerStream.Open();
        IAnswerWriter<RemovalOutcome> answer = session.Output.IsJson ? new JsonArrayWriter<RemovalOutcome>(to) : new LineWriter<RemovalOutcome>(to, "Nothing to remove.");
        var allClear = true;
        await foreach (var email in targets.WithCancellation(cancellationToken))
        {
            var outcome = await removal.RunAsync(email, order, cancellationToken);
            allClear &= outcome.IsClear;
            answer.Write(outcome);
            // Each outcome is said once it is true, so that a run that is killed has told all that it did.
            await to.FlushAsync(cancellationToken);
        }

        answer.Complete();
        return allClear ? ExitCode.Fine : ExitCode.FoundProblems;
    }

    private static async IAsyncEnumerable<Suppression> Matching(
        Session session, SuppressionRows rows, RowFilter filter, SuppressionReason reason, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new Progress("rows read", session.Clock);
        var wanted = filter with { Reason = reason };
        await foreach (var row in rows.AllAsync(cancellationToken))
        {
            progress.Step();
            if (wanted.Fits(row) && (row.IsActive || row.Removing is not null))
            {
                yield return row;
            }
        }
    }
}
