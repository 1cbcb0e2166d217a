using System.CommandLine;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions add</c>: no more mail to an address, because somebody says so.</summary>
internal static class AddCommand
{
    private const string Description = """
        Suppresses an address by hand (reason MANUAL). Only the stack's list has such rows; SES's account list knows no reason but bounces and complaints.

        Example:
          ses-ops suppressions add user@example.com --why "asked us by letter" --by ada
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("add", Description);
        var (address, signature) = (Recipient.Argument(), new Signature("Why should it get no mail?"));
        command.Add(address);
        signature.AddTo(command);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var email = Recipient.Parse(parsed.GetValue(address)!);
            var (why, by) = signature.Read(parsed, session.Output);
            var rows = new SuppressionRows(session.Aws.DynamoDb, session.Stack.SuppressionTable);
            var (row, isNew) = await AddAsync(rows, email, why, by, Timestamp.ToMilliseconds(session.Clock.GetUtcNow()), cancellationToken);
            session.Output.Write(new { added = isNew, row = RowJson.Of(row) }, people => people.Profile.Out.Writer.WriteLine(
                isNew ? $"{email} gets no more mail." : $"{email} was on the list already, since {RowTable.Time(row.LastSeen)}, added by {row.Source ?? "?"}: {row.AddedWhy ?? "?"}"));
            return ExitCode.Fine;
        });
        return command;
    }

    private static async Task<(Suppression Row, bool IsNew)> AddAsync(SuppressionRows rows, string email, string why, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = (await rows.OfAsync(email, cancellationToken)).FirstOrDefault(each => each.Reason == SuppressionReason.Manual) ?? new Suppression(email, SuppressionReason.Manual);
            if (row is { IsActive: true, Removing: null } && (row.Version, row.Source) != (null, null))
            {
                return (row, false);
            }

            // Later than the removal, whatever this machine's clock says, or the row would stay out of force.
            var at = row.RemovedAt is { } removed && removed >= now ? removed.AddMilliseconds(1) : now;
            OperatorAct?[] acts = [row.Removing, new OperatorAct(OperatorAct.Added, at, by, why)];
            var update = rows.Change(row)
                .SetIfAbsent(SuppressionItem.FirstSeen, Timestamp.Write(at))
                .Set(SuppressionItem.LastSeen, at)
                .Set(SuppressionItem.Count, row.Count + 1)
                .Set(SuppressionItem.Source, by)
                .Set(SuppressionItem.AddedWhy, why)
                .Set(SuppressionItem.Removing, (string?)null)
                .Append(SuppressionItem.History, [.. acts.OfType<OperatorAct>().Select(act => act.ToItem())]);
            if (await rows.TryWriteAsync(update, cancellationToken) is { } added)
            {
                return (added, true);
            }
        }
    }
}
