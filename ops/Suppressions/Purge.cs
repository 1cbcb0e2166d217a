using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <param name="EvenActive">Whether to forget a complaint that is in force.</param>
/// <param name="OnlyRemoved">Whether to leave alone whatever is still in force.</param>
internal sealed record PurgeOrder(bool EvenActive, bool OnlyRemoved);

public enum PurgeResult
{
    /// <summary>Neither list knows the address any more.</summary>
    Purged,

    NotListed,

    /// <summary>Its owner complained, or a row is in force and only removed ones were asked for; nothing was done.</summary>
    Refused,
}

/// <param name="Rows">How many rows were erased.</param>
/// <param name="WasSuppressed">Whether mail was stopped until now: it goes out again.</param>
public sealed record PurgeOutcome(string Email, PurgeResult Result, int Rows, bool WasSuppressed)
{
    public override string ToString() => Result switch
    {
        PurgeResult.Purged => $"✓ {Email}: {Rows} {(Rows == 1 ? "row" : "rows")} erased{(WasSuppressed ? "; it was suppressed, and mail goes out again" : "")}",
        PurgeResult.NotListed => $"✓ {Email}: on neither list",
        _ => $"✗ {Email}: left alone, it is still suppressed{(WasSuppressed ? " because its owner complained; to forget that: --even-active" : "")}",
    };
}

/// <summary>Erases an address. SES's entry goes first: killed in between, rows are left by which the same command finds the address again.</summary>
internal sealed class Purge(SuppressionRows rows, AccountList account)
{
    private const int MaxRounds = 20;

    /// <exception cref="CouldNotAskException">A row kept changing.</exception>
    public async Task<PurgeOutcome> RunAsync(string email, PurgeOrder order, CancellationToken cancellationToken)
    {
        var erased = 0;
        var wasSuppressed = false;
        for (var round = 0; round < MaxRounds; round++)
        {
            var found = await rows.OfAsync(email, cancellationToken);
            var entry = await account.FindAsync(email, cancellationToken);
            if (found.Count == 0 && entry is null)
            {
                return new PurgeOutcome(email, erased == 0 && !wasSuppressed ? PurgeResult.NotListed : PurgeResult.Purged, erased, wasSuppressed);
            }

            var isActive = entry is not null || found.Any(row => row.IsActive);
            var complained = entry?.Reason == SuppressionReason.Complaint.ToKey() || found.Any(row => row is { IsActive: true, Reason: SuppressionReason.Complaint });
            if ((complained && !order.EvenActive) || (isActive && order.OnlyRemoved))
            {
                return new PurgeOutcome(email, PurgeResult.Refused, erased, complained);
            }

            wasSuppressed |= isActive;
            if (entry is not null)
            {
                await account.DeleteAsync(email, cancellationToken);
            }

            foreach (var row in found)
            {
                if (!await rows.TryEraseAsync(row, cancellationToken))
                {
                    break;
                }

                erased++;
            }
        }

        throw new CouldNotAskException($"{email} kept changing through {MaxRounds} rounds; run the same command again.");
    }
}
