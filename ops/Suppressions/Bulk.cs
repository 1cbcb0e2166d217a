using System.CommandLine;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <summary>How remove and purge are told what they are about: addresses, or all rows of a domain or a time.</summary>
internal sealed class Bulk
{
    public Argument<string[]> Addresses { get; } = new("address") { Description = "Addresses, as user@example.com; none with --domain or --between", Arity = ArgumentArity.ZeroOrMore };

    public Option<string?> Domain { get; } = new("--domain") { Description = "Every row of this domain (not of domains below it)" };

    public Option<string[]?> Between { get; } = new("--between")
    {
        Description = $"Every row seen first and last between these two times, FROM TO: {Moment.Rule}",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FROM TO",
    };

    public Option<string?> Reason { get; } = new("--reason") { Description = "Only rows of this reason: BOUNCE, COMPLAINT or MANUAL" };

    public Option<string?> BounceType { get; } = new("--bounce-type") { Description = "With --domain or --between: only rows whose latest bounce is of this type, such as Permanent" };

    public Option<bool> Yes { get; } = new("--yes") { Description = "Do it; without, a change of many rows only says what it would do, and an erasure asks" };

    public void AddTo(Command command)
    {
        command.Add(Addresses);
        command.Add(Domain);
        command.Add(Between);
        command.Add(Reason);
        command.Add(BounceType);
        command.Add(Yes);
    }

    /// <returns>The addresses, or else the rows.</returns>
    /// <exception cref="UsageException">Neither or both.</exception>
    public (IReadOnlyList<string>? Addresses, RowFilter? Rows) Read(ParseResult parsed, DateTimeOffset now)
    {
        var addresses = parsed.GetValue(Addresses) ?? [];
        var (domain, between) = (parsed.GetValue(Domain), parsed.GetValue(Between) ?? []);
        var isBulk = domain is not null || between.Length > 0;
        if (isBulk == addresses.Length > 0)
        {
            throw new UsageException(isBulk ? "addresses and --domain or --between do not go together: give one of them." : "address is missing: give addresses, or --domain, --between or both.");
        }

        if (!isBulk)
        {
            return parsed.GetValue(BounceType) is null
                ? ([.. addresses.Select(Recipient.Listed).Distinct()], null)
                : throw new UsageException("--bounce-type goes with --domain or --between, not with addresses.");
        }

        var (from, to) = between.Length == 0 ? default((DateTimeOffset?, DateTimeOffset?))
            : (Moment.Parse(between[0], "--between FROM", now), Moment.Parse(between[1], "--between TO", now));
        return from > to
            ? throw new UsageException($"--between is '{between[0]}' '{between[1]}': FROM must not be after TO.")
            : (null, new RowFilter
            {
                Domain = RowFilter.DomainOf(domain, "--domain"),
                FirstSince = from,
                Since = from,
                Until = to,
                Reason = RowFilter.ReasonOf(parsed.GetValue(Reason), "--reason"),
                BounceType = parsed.GetValue(BounceType),
            });
    }
}
