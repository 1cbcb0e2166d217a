using System.Globalization;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <summary>Counts rows by reason, day and domain in memory that does not grow with them.</summary>
/// <param name="days">How many of the latest days are told apart.</param>
internal sealed class Tally(DateTimeOffset now, int days)
{
    /// <summary>How many domains are counted apart: some megabytes.</summary>
    private const int Domains = 10_000;

    private readonly Dictionary<SuppressionReason, (long Active, long Removed)> reasons = [];
    private readonly long[] byDay = new long[days];
    private readonly FrequentKeys byDomain = new(Domains);
    private long earlier;
    private long undated;

    public void CountReason(Suppression row)
    {
        var (active, removed) = reasons.GetValueOrDefault(row.Reason);
        reasons[row.Reason] = row.IsActive ? (active + 1, removed) : (active, removed + 1);
    }

    public void Count(Suppression row)
    {
        byDomain.Add(row.Email[(row.Email.LastIndexOf('@') + 1)..]);
        if (row.LastSeen is not { } seen)
        {
            undated++;
        }
        else if ((int)(now.UtcDateTime.Date - seen.UtcDateTime.Date).TotalDays is var age && age < days)
        {
            // What bears a later date than this machine's clock counts as today's.
            byDay[Math.Max(age, 0)]++;
        }
        else
        {
            earlier++;
        }
    }

    public TallyAnswer Answer(int top) => new(
        [.. Enum.GetValues<SuppressionReason>().Reverse().Select(reason => new ReasonCount(reason.ToKey(), reasons.GetValueOrDefault(reason).Active, reasons.GetValueOrDefault(reason).Removed))],
        [.. byDay.Select((count, age) => new DayCount(now.UtcDateTime.Date.AddDays(-age).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), count)).Where(day => day.Count > 0)],
        earlier,
        undated,
        [.. byDomain.Top(top).Select(domain => new DomainCount(domain.Key, domain.Count, domain.AtMostTooMany))],
        byDomain.IsExact);
}

public sealed record ReasonCount(string Reason, long Active, long Removed);

/// <param name="Day">UTC, of the row's latest event.</param>
public sealed record DayCount(string Day, long Count);

/// <param name="AtMostTooMany">How much too high the count can be; 0 where it is exact.</param>
public sealed record DomainCount(string Domain, long Count, long AtMostTooMany);

/// <param name="Earlier">Rows from before the days that are told apart.</param>
/// <param name="Undated">Rows without a time.</param>
/// <param name="DomainsAreExact">Whether every domain's count is exact.</param>
public sealed record TallyAnswer(
    IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<DayCount> Days, long Earlier, long Undated, IReadOnlyList<DomainCount> Domains, bool DomainsAreExact);
