using System.CommandLine;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions export</c></summary>
internal static class ExportCommand
{
    private const string Description = """
        Writes rows as CSV or JSON, to standard output or to a file, which appears whole or not at all and which only its owner can read.

        In CSV a field that begins like a spreadsheet's formula has an apostrophe in front; JSON (an array, a row on each line) has every field exactly.

        Examples:
          ses-ops suppressions export --all --output suppressions.csv
          ses-ops suppressions export --format json --since 30d | jq length
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("export", Description);
        var filter = new FilterOptions();
        var format = new Option<string?>("--format") { Description = "csv, or json (as --json); csv if not given" };
        format.AcceptOnlyFromAmong("csv", "json");
        var file = new Option<string?>("--output", "-o") { Description = "The file; standard output if not given" };
        filter.AddTo(command);
        command.Add(format);
        command.Add(file);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var wanted = filter.Read(parsed, session.Clock.GetUtcNow());
            var isJson = parsed.GetValue(format) is { } given ? given == "json" : session.Output.IsJson;
            var rows = ListCommand.Matching(session, wanted, cancellationToken).Select(RowJson.Of);
            if (parsed.GetValue(file) is not { } path)
            {
                await using var to = AnswerStream.Open();
                await WriteAsync(rows, isJson, to);
                return ExitCode.Fine;
            }

            await using var whole = new WholeFile(path, "--output");
            var count = await WriteAsync(rows, isJson, whole.Writer);
            await whole.CompleteAsync(cancellationToken);
            await Console.Error.WriteLineAsync($"{count} {(count == 1 ? "row" : "rows")} written to {path}");
            return ExitCode.Fine;
        });
        return command;
    }

    private static async Task<long> WriteAsync(IAsyncEnumerable<RowJson> rows, bool isJson, TextWriter to)
    {
        IAnswerWriter<RowJson> answer = isJson ? new JsonArrayWriter<RowJson>(to) : new CsvWriter(to);
        var count = 0L;
        await foreach (var row in rows)
        {
            answer.Write(row);
            count++;
        }

        answer.Complete();
        return count;
    }
}
