using System.CommandLine;
using SesCompliance.Ops.Terminal;
using Spectre.Console;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions purge</c>: nothing is left of an address, not even that it was there.</summary>
internal static class PurgeCommand
{
    private const string Description = """
        Erases addresses from the stack's list and from SES's account list, for people who have a right to be forgotten. No record is kept; where one should be, use remove.

        An erased address that bounced or was added by hand gets mail again when the bot asks for it. One whose owner complained is left alone without --even-active.
        With --domain or --between whole addresses with such a row are erased; without --yes it only says which.

        Examples:
          ses-ops suppressions purge user@example.com --yes
          ses-ops suppressions purge --removed --between 2020-01-01 365d
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("purge", Description);
        var bulk = new Bulk();
        var evenActive = new Option<bool>("--even-active") { Description = "Also addresses whose owners complained" };
        var removed = new Option<bool>("--removed") { Description = "With --domain or --between: only addresses with nothing in force" };
        bulk.AddTo(command);
        command.Add(evenActive);
        command.Add(removed);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var (addresses, filter) = bulk.Read(parsed, session.Clock.GetUtcNow());
            var order = new PurgeOrder(parsed.GetValue(evenActive), parsed.GetValue(removed));
            if (addresses is not null && (order.OnlyRemoved || parsed.GetValue(bulk.Reason) is not null))
            {
                throw new UsageException("--removed and --reason go with --domain or --between: an address is erased whole.");
            }

            var wanted = order.OnlyRemoved ? filter! with { Active = false } : filter;
            if (!parsed.GetValue(bulk.Yes))
            {
                if (wanted is not null)
                {
                    return await DryRun.WriteAsync(session, "erase the addresses of", ListCommand.Matching(session, wanted, cancellationToken));
                }

                Confirm(session.Output, addresses!.Count);
            }

            var targets = addresses?.ToAsyncEnumerable() ?? ListCommand.Matching(session, wanted!, cancellationToken).Select(row => row.Email);
            return await RunAsync(session, targets, order, wanted is not null, cancellationToken);
        });
        return command;
    }

    private static void Confirm(Output output, int count)
    {
        if (!Output.HasOperator)
        {
            throw new UsageException("--yes is missing: it must be given, since what is erased can't be brought back.");
        }

        if (!output.Aside.Confirm($"Erase {count} {(count == 1 ? "address" : "addresses")} for good?", defaultValue: false))
        {
            throw new UsageException("Nothing is erased.");
        }
    }

    private static async Task<ExitCode> RunAsync(Session session, IAsyncEnumerable<string> targets, PurgeOrder order, bool isBulk, CancellationToken cancellationToken)
    {
        var purge = new Purge(new SuppressionRows(session.Aws.DynamoDb, session.Stack.SuppressionTable), new AccountList(session.Aws.PatientSes));
        await using var to = AnswerStream.Open();
        IAnswerWriter<PurgeOutcome> answer = session.Output.IsJson ? new JsonArrayWriter<PurgeOutcome>(to) : new LineWriter<PurgeOutcome>(to, "Nothing to erase.");
        var all = true;
        await foreach (var email in targets.WithCancellation(cancellationToken))
        {
            var outcome = await purge.RunAsync(email, order, cancellationToken);
            // An address of several rows is met again after it was erased.
            if (isBulk && outcome.Result == PurgeResult.NotListed)
            {
                continue;
            }

            all &= outcome.Result != PurgeResult.Refused;
            answer.Write(outcome);
            await to.FlushAsync(cancellationToken);
        }

        answer.Complete();
        return all ? ExitCode.Fine : ExitCode.FoundProblems;
    }
}
