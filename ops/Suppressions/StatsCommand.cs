using System.CommandLine;
using System.Globalization;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions stats</c></summary>
internal static class StatsCommand
{
    private const string Description = """
        Counts rows by reason, by the day on which they were last seen, and by domain. It reads the whole table, and needs no more memory for a long one.

        Domains are counted exactly up to 10,000 of them; beyond, a count can be too high by what stands next to it, and any domain with more than a ten-thousandth of the rows is counted.

        Examples:
          ses-ops suppressions stats
          ses-ops suppressions stats --reason BOUNCE --days 7 --top 50 --json
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("stats", Description);
        var filter = new FilterOptions();
        var days = new Option<int>("--days") { Description = "How many of the latest days are told apart, 1 to 366", DefaultValueFactory = _ => 30 };
        var top = new Option<int>("--top") { Description = "How many domains, 1 to 1000", DefaultValueFactory = _ => 20 };
        filter.AddTo(command);
        command.Add(days);
        command.Add(top);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var now = session.Clock.GetUtcNow();
            var wanted = filter.Read(parsed, now);
            var tally = new Tally(now, Within(parsed, days, 366));
            var most = Within(parsed, top, 1000);
            await foreach (var row in ListCommand.Matching(session, wanted with { Active = null }, cancellationToken))
            {
                tally.CountReason(row);
                if (wanted.Fits(row))
                {
                    tally.Count(row);
                }
            }

            var answer = tally.Answer(most);
            session.Output.Write(answer, people => Write(people.Profile.Out.Writer, answer));
            return ExitCode.Fine;
        });
        return command;
    }

    private static int Within(ParseResult parsed, Option<int> option, int most) => parsed.GetValue(option) is var value && value >= 1 && value <= most
        ? value
        : throw new UsageException($"{option.Name} is {value}: it must be 1 to {most}.");

    private static void Write(TextWriter to, TallyAnswer answer)
    {
        to.WriteLine($"{"REASON",-40}  {"ACTIVE",10}  {"REMOVED",10}");
        foreach (var reason in answer.Reasons)
        {
            to.WriteLine($"{reason.Reason,-40}  {Number(reason.Active)}  {Number(reason.Removed)}");
        }

        to.WriteLine();
        to.WriteLine($"{"LAST SEEN ON (UTC)",-40}  {"ROWS",10}");
        foreach (var day in answer.Days)
        {
            to.WriteLine($"{day.Day,-40}  {Number(day.Count)}");
        }

        to.WriteLine($"{"earlier",-40}  {Number(answer.Earlier)}");
        if (answer.Undated > 0)
        {
            to.WriteLine($"{"without a time",-40}  {Number(answer.Undated)}");
        }

        to.WriteLine();
        to.WriteLine($"{"DOMAIN",-40}  {"ROWS",10}");
        foreach (var domain in answer.Domains)
        {
            to.WriteLine($"{Plain.Text(domain.Domain),-40}  {Number(domain.Count)}{(domain.AtMostTooMany > 0 ? $"  (at most {Number(domain.AtMostTooMany).Trim()} too many)" : "")}");
        }
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture).PadLeft(10);
}
