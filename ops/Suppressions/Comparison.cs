using SesCompliance.Lambdas.Feedback;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <summary>
/// Finds where two lists of addresses differ, neither of which is sorted and either of which can have millions. Both are
/// first written to files by their addresses' hash, so that one file has all that is known about its addresses; then each file
/// fits in memory by itself.
/// </summary>
internal sealed class Comparison(DateTimeOffset startedAt) : IDisposable
{
    private readonly HashedFiles files = new();

    /// <summary>Takes in an entry of SES's list.</summary>
    public void AddAccountEntry(string email, string reason, DateTimeOffset? lastUpdateTime) =>
        files.Add(RecipientAddress.Normalize(email) ?? email, to =>
        {
            to.Write(true);
            to.Write(email);
            to.Write(reason);
            to.Write(lastUpdateTime?.UtcTicks ?? 0);
        });

    /// <summary>Takes in a row of the stack's list.</summary>
    public void AddRow(Suppression row)
    {
        if (row.Reason == SuppressionReason.Manual)
        {
            return;
        }

        files.Add(row.Email, to =>
        {
            to.Write(false);
            to.Write(row.Reason.ToKey());
            to.Write(row.IsActive);
            to.Write((row.IsActive ? row.LastSeen : row.RemovedAt)?.UtcTicks ?? 0);
        });
    }

    public IEnumerable<Difference> Differences()
    {
        foreach (var file in files.Read())
        {
            var addresses = new Dictionary<string, Sides>(StringComparer.Ordinal);
            foreach (var (email, from) in file)
            {
                if (!addresses.TryGetValue(email, out var sides))
                {
                    addresses[email] = sides = new Sides();
                }

                sides.Read(from);
            }

            foreach (var difference in addresses.Select(pair => pair.Value.Compare(pair.Key, startedAt)).OfType<Difference>())
            {
                yield return difference;
            }
        }
    }

    public void Dispose() => files.Dispose();

    /// <summary>What both lists have about one address.</summary>
    private sealed class Sides
    {
        private readonly List<string> active = [];
        private long latestActive;
        private long removedAt;
        private string? spelling;
        private string? accountReason;
        private long listedAt;

        public void Read(BinaryReader from)
        {
            if (from.ReadBoolean())
            {
                (spelling, accountReason, listedAt) = (from.ReadString(), from.ReadString(), from.ReadInt64());
                return;
            }

            var (reason, isActive, time) = (from.ReadString(), from.ReadBoolean(), from.ReadInt64());
            if (isActive)
            {
                active.Add(reason);
                latestActive = Math.Max(latestActive, time);
            }
            else
            {
                removedAt = Math.Max(removedAt, time);
            }
        }

        public Difference? Compare(string email, DateTimeOffset startedAt)
        {
            DifferenceKind? kind = this switch
            {
                // SES's list was read before that happened.
                { accountReason: null, active.Count: > 0 } => latestActive >= startedAt.UtcTicks ? null : DifferenceKind.OnlyHere,
                { accountReason: null } => null,
                { active.Count: 0 } => removedAt >= listedAt && removedAt > 0 ? DifferenceKind.RemovedHere : DifferenceKind.OnlyInSes,
                _ => active.Contains(accountReason) ? null : DifferenceKind.ReasonDiffers,
            };
            return kind is { } found ? new Difference(email, found, accountReason, [.. active.Order(StringComparer.Ordinal)]) { AccountSpelling = spelling } : null;
        }
    }
}
