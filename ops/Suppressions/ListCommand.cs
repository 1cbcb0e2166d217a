using System.CommandLine;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions list</c></summary>
internal static class ListCommand
{
    private const string Description = """
        Lists rows while it reads them, so a list of any length needs the same memory. They come in the table's order, which is none.

        --json writes one array, a row on each line.

        Examples:
          ses-ops suppressions list --reason COMPLAINT --since 7d
          ses-ops suppressions list --domain example.com --removed
          ses-ops suppressions list --all --json | jq '.[].email'
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("list", Description);
        var filter = new FilterOptions();
        var limit = new Option<int?>("--limit") { Description = "At most so many rows" };
        filter.AddTo(command);
        command.Add(limit);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var (wanted, most) = (filter.Read(parsed, session.Clock.GetUtcNow()), parsed.GetValue(limit));
            if (most < 1)
            {
                throw new UsageException($"--limit is {most}: it must be at least 1.");
            }

            var rows = Matching(session, wanted, cancellationToken);
            await RowAnswer.WriteAsync(session, most is { } count ? rows.Take(count) : rows);
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The rows that fit, while it says how far it is.</summary>
    public static async IAsyncEnumerable<Suppression> Matching(
        Session session, RowFilter wanted, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new Progress("rows read", session.Clock);
        await foreach (var row in new SuppressionRows(session.Aws.DynamoDb, session.Stack.SuppressionTable).AllAsync(cancellationToken))
        {
            progress.Step();
            if (wanted.Fits(row))
            {
                yield return row;
            }
        }
    }
}
