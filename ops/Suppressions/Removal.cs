using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Ops.Suppressions;

/// <param name="Reason">The only reason to be taken away; null for all.</param>
/// <param name="EvenComplaints">Whether an address whose owner complained may get mail again.</param>
internal sealed record RemovalOrder(string Why, string By, SuppressionReason? Reason, bool EvenComplaints)
{
    public bool Covers(SuppressionReason reason) => Reason is null || Reason == reason;
}

/// <summary>
/// Lets mail go out to an address again. SES's account list comes first and the rows last, so that whatever kills this in between
/// leaves a row in force, which says who began and what SES's entry was, and which the same command finds and finishes:
/// docs/decisions/removal-order.md.
/// </summary>
internal sealed class Removal(SuppressionRows rows, AccountList account, TimeProvider clock)
{
    // Feedback writes a row now and then, not all the time.
    private const int MaxRounds = 20;

    /// <exception cref="CouldNotAskException">A row kept changing.</exception>
    public async Task<RemovalOutcome> RunAsync(string email, RemovalOrder order, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await TryAsync(email, order, cancellationToken) is { } outcome)
            {
                return outcome;
            }
        }

        throw new CouldNotAskException($"{email} kept changing through {MaxRounds} rounds; run the same command again.");
    }

    /// <returns>Null where a row changed after it was read, and nothing that can't be done again was done.</returns>
    private async Task<RemovalOutcome?> TryAsync(string email, RemovalOrder order, CancellationToken cancellationToken)
    {
        var found = await rows.OfAsync(email, cancellationToken);
        var entry = await account.FindAsync(email, cancellationToken);
        if (!order.EvenComplaints && (found.Any(row => row is { IsActive: true, Reason: SuppressionReason.Complaint }) || ReasonOf(entry) == SuppressionReason.Complaint))
        {
            return new RemovalOutcome(email, RemovalResult.Refused) { StillSuppressedBy = ["COMPLAINT"] };
        }

        var listed = ReasonOf(entry) is { } accountReason && order.Covers(accountReason) ? accountReason : (SuppressionReason?)null;
        var toMark = found.Where(row => order.Covers(row.Reason) && (row.IsActive || row.Removing is not null || row.Reason == listed)).ToList();
        if (listed is { } missing && !toMark.Any(row => row.Reason == missing))
        {
            toMark.Add(new Suppression(email, missing) { FirstSeen = entry!.LastUpdateTime, LastSeen = entry.LastUpdateTime, Source = "SES" });
        }

        if (toMark.Count == 0)
        {
            return await EndAsync(email, found.Any(row => !row.IsActive) ? RemovalResult.AlreadyRemoved : RemovalResult.NotListed, cancellationToken);
        }

        var now = Timestamp.ToMilliseconds(clock.GetUtcNow());
        for (var i = 0; listed is not null && i < toMark.Count; i++)
        {
            if (await BeginAsync(toMark[i], toMark[i].Reason == listed ? entry : null, order, now, cancellationToken) is not { } begun)
            {
                return null;
            }

            toMark[i] = begun;
        }

        if (listed is not null)
        {
            await account.DeleteAsync(email, cancellationToken);
        }

        foreach (var row in toMark.OrderBy(row => row.Reason))
        {
            if (await MarkAsync(row, order, now, cancellationToken) is null)
            {
                return await WasSeenSinceAsync(row, cancellationToken)
                    ? await EndAsync(email, RemovalResult.SeenAgain, cancellationToken)
                    : null;
            }
        }

        return await EndAsync(email, RemovalResult.Removed, cancellationToken);
    }

    /// <summary>Writes down what is about to happen, and what SES's entry is, of which SES keeps nothing.</summary>
    private async Task<Suppression?> BeginAsync(Suppression row, AccountEntry? entry, RemovalOrder order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var act = new OperatorAct(OperatorAct.RemovalBegun, now, order.By, order.Why) { AccountEntry = entry ?? row.Removing?.AccountEntry };
        var update = rows.Change(row).Set(SuppressionItem.Removing, act.ToItem());
        if (row.Version is null && row.Source is { } source)
        {
            update.SetIfAbsent(SuppressionItem.Source, source);
        }

        if (row.Version is null && row.LastSeen is { } seen)
        {
            update.SetIfAbsent(SuppressionItem.FirstSeen, Timestamp.Write(row.FirstSeen ?? seen)).SetIfAbsent(SuppressionItem.LastSeen, Timestamp.Write(seen));
        }

        if (Abandoned(row, order) is { } earlier)
        {
            update.Append(SuppressionItem.History, earlier.ToItem());
        }

        return await rows.TryWriteAsync(update, cancellationToken);
    }

    private Task<Suppression?> MarkAsync(Suppression row, RemovalOrder order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Not before what was seen, whatever this machine's clock says: the mark must hold against all that the operator knew of.
        var at = row.LastSeen > now ? row.LastSeen.Value : now;
        var act = new OperatorAct(OperatorAct.Removed, at, order.By, order.Why) { AccountEntry = row.Removing?.AccountEntry };
        OperatorAct?[] acts = [Abandoned(row, order), act];
        var update = rows.Change(row)
            .Set(SuppressionItem.RemovedAt, at)
            .Set(SuppressionItem.RemovedBy, order.By)
            .Set(SuppressionItem.RemovedWhy, order.Why)
            .Set(SuppressionItem.Removing, (string?)null)
            .Append(SuppressionItem.History, [.. acts.OfType<OperatorAct>().Select(each => each.ToItem())]);
        return rows.TryWriteAsync(update, cancellationToken);
    }

    /// <summary>A removal that somebody else began, or for another reason, and did not finish.</summary>
    private static OperatorAct? Abandoned(Suppression row, RemovalOrder order) =>
        row.Removing is { } begun && (begun.By, begun.Why) != (order.By, order.Why) ? begun : null;

    private async Task<bool> WasSeenSinceAsync(Suppression row, CancellationToken cancellationToken) =>
        (await rows.OfAsync(row.Email, cancellationToken)).Any(current => current.Reason == row.Reason && current.LastSeen > (row.LastSeen ?? DateTimeOffset.MinValue));

    /// <summary>Looks again before anything is claimed: another reason, or new feedback, may hold the address.</summary>
    private async Task<RemovalOutcome> EndAsync(string email, RemovalResult result, CancellationToken cancellationToken)
    {
        var current = await rows.OfAsync(email, cancellationToken);
        var holding = current.Where(row => row.IsActive).Select(row => row.Reason.ToKey()).ToList();
        if (await account.FindAsync(email, cancellationToken) is { } entry)
        {
            holding.Add($"SES account list ({entry.Reason})");
        }

        var last = current.Where(row => row.RemovedAt is not null).MaxBy(row => row.RemovedAt);
        return new RemovalOutcome(email, holding.Count > 0 && result != RemovalResult.SeenAgain ? RemovalResult.StillSuppressed : result)
        {
            StillSuppressedBy = holding is { Count: > 0 } ? holding : null,
            RemovedAt = last?.RemovedAt,
            RemovedBy = last?.RemovedBy,
            RemovedWhy = last?.RemovedWhy,
        };
    }

    private static SuppressionReason? ReasonOf(AccountEntry? entry) => SuppressionReasons.Read(entry?.Reason);
}
