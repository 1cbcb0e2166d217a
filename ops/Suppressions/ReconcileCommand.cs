using System.CommandLine;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions reconcile</c>: the stack's list against SES's account list.</summary>
internal static class ReconcileCommand
{
    private const string Description = """
        Compares the stack's list with SES's account list, both ways: addresses that only one of them has, or both for different reasons. Rows added by hand (MANUAL) are the stack's own and not compared.
        It reads both lists once, SES's first, a thousand addresses a call; a million take SES's API some minutes.

        --fix copies what only SES has, with SES's time, so that it counts like feedback that was missed; without --yes it only says so. What only this list has stays as it is: the stack stops
        that mail itself. What was removed here later than SES listed it is finished by remove.
        Exit code 1 says that there are differences (after --fix --yes: that some are left).

        Examples:
          ses-ops suppressions reconcile
          ses-ops suppressions reconcile --fix --yes
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("reconcile", Description);
        var fix = new Option<bool>("--fix") { Description = "Copy what only SES's list has" };
        var yes = new Option<bool>("--yes") { Description = "With --fix: do it; without, it only says what would be copied" };
        command.Add(fix);
        command.Add(yes);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            if (parsed.GetValue(yes) && !parsed.GetValue(fix))
            {
                throw new UsageException("--yes goes with --fix.");
            }

            var account = new AccountList(session.Aws.PatientSes);
            using var comparison = await ReadAsync(session, account, cancellationToken);
            return await WriteAsync(session, comparison, account, parsed.GetValue(fix), parsed.GetValue(yes), cancellationToken);
        });
        return command;
    }

    private static async Task<Comparison> ReadAsync(Session session, AccountList account, CancellationToken cancellationToken)
    {
        var comparison = new Comparison(session.Clock.GetUtcNow());
        try
        {
            var entries = new Progress("entries of SES's list read", session.Clock);
            await foreach (var (email, reason, lastUpdateTime) in account.AllAsync(cancellationToken))
            {
                entries.Step();
                comparison.AddAccountEntry(email, reason, lastUpdateTime);
            }

            await foreach (var row in ListCommand.Matching(session, new RowFilter(), cancellationToken))
            {
                comparison.AddRow(row);
            }

            return comparison;
        }
        catch
        {
            comparison.Dispose();
            throw;
        }
    }

    private static async Task<ExitCode> WriteAsync(Session session, Comparison comparison, AccountList account, bool fix, bool yes, CancellationToken cancellationToken)
    {
        var table = new SuppressionTable(session.Aws.DynamoDb, session.Stack.SuppressionTable);
        await using var to = AnswerStream.Open();
        IAnswerWriter<Difference> answer = session.Output.IsJson ? new JsonArrayWriter<Difference>(to) : new LineWriter<Difference>(to, "Both lists agree.");
        var (left, toCopy) = (0L, 0L);
        foreach (var difference in comparison.Differences())
        {
            var told = difference;
            if (difference.CanBeCopied && fix)
            {
                toCopy++;
                told = yes ? difference with { Copied = await CopyAsync(table, account, difference, cancellationToken) } : difference;
            }

            left += told.Copied is null ? 1 : 0;
            answer.Write(told);
        }

        answer.Complete();
        if (fix && !yes)
        {
            await Console.Error.WriteLineAsync($"Would copy {toCopy} {(toCopy == 1 ? "entry" : "entries")}; nothing is changed. Run it again with --fix --yes.");
        }

        return left == 0 ? ExitCode.Fine : ExitCode.FoundProblems;
    }

    /// <returns>False where SES no longer has the entry.</returns>
    private static async Task<bool> CopyAsync(SuppressionTable table, AccountList account, Difference difference, CancellationToken cancellationToken)
    {
        if (await account.FindAsync(difference.AccountSpelling!, cancellationToken) is not { LastUpdateTime: { } time } entry || SuppressionReasons.Read(entry.Reason) is not { } reason)
        {
            return false;
        }

        var at = Timestamp.ToMilliseconds(time);
        // With SES's own id of the feedback, so that it counts once even if it comes after all.
        var sighting = new Sighting(
            difference.Email, reason, at, Sighting.IdOf(entry.FeedbackId, entry.MessageId, at), Counts: entry.FeedbackId is not null, null, null, entry.MessageId, null);
        try
        {
            return (await table.RecordAsync(sighting, cancellationToken)).IsActive;
        }
        catch (SuppressionListUnavailable error)
        {
            throw new CouldNotAskException(error.Message, error);
        }
    }
}
