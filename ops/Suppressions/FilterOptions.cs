using System.CommandLine;

namespace SesCompliance.Ops.Suppressions;

/// <summary>The options by which list, export and stats choose rows.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> reason = new("--reason") { Description = "Only this reason: BOUNCE, COMPLAINT or MANUAL" };
    private readonly Option<string?> domain = new("--domain") { Description = "Only this domain (not domains below it)" };
    private readonly Option<string?> since = new("--since") { Description = $"Seen last at this time or later: {Moment.Rule}" };
    private readonly Option<string?> until = new("--until") { Description = "Seen last at this time or earlier" };
    private readonly Option<bool> removed = new("--removed") { Description = "Rows that were removed, instead of those in force" };
    private readonly Option<bool> all = new("--all") { Description = "Rows in force and removed ones" };

    public void AddTo(Command command)
    {
        command.Add(reason);
        command.Add(domain);
        command.Add(since);
        command.Add(until);
        command.Add(removed);
        command.Add(all);
    }

    /// <exception cref="UsageException"/>
    public RowFilter Read(ParseResult parsed, DateTimeOffset now)
    {
        var (onlyRemoved, both) = (parsed.GetValue(removed), parsed.GetValue(all));
        if (onlyRemoved && both)
        {
            throw new UsageException("--removed and --all do not go together: give one of them.");
        }

        return new RowFilter
        {
            Reason = RowFilter.ReasonOf(parsed.GetValue(reason), "--reason"),
            Domain = RowFilter.DomainOf(parsed.GetValue(domain), "--domain"),
            Since = Time(parsed, since, now),
            Until = Time(parsed, until, now),
            Active = both ? null : !onlyRemoved,
        };
    }

    private static DateTimeOffset? Time(ParseResult parsed, Option<string?> option, DateTimeOffset now) =>
        parsed.GetValue(option) is { } text ? Moment.Parse(text, option.Name, now) : null;
}
