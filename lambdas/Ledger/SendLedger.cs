using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Requests;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.Ledger;

/// <summary>
/// The memory that no mail is sent twice. An attempt claims the send id by a conditional write before it calls SES, and gives it
/// back only where SES provably did not take the mail; so whatever crashes in between leaves an id that nobody claims again.
/// </summary>
/// <param name="keep">How long a row stays; the same id could be mailed again afterwards.</param>
public sealed class SendLedger(IAmazonDynamoDB dynamoDb, string table, TimeSpan keep, TimeProvider time)
{
    // Two events about one mail collide at most once each; more rounds than this mean that something else is wrong.
    private const int MaxRounds = 20;

    /// <exception cref="LedgerUnavailable"/>
    public Task<LedgerEntry?> FindAsync(string sendId, CancellationToken cancellationToken) =>
        AskAsync("read the row", () => ReadAsync(sendId, cancellationToken));

    /// <param name="claim">Names this attempt and no other.</param>
    /// <exception cref="LedgerUnavailable"/>
    public Task<ClaimAnswer> ClaimAsync(SendRequest request, string claim, CancellationToken cancellationToken) =>
        AskAsync("claim the send id", async () =>
        {
            for (var round = 0; round < MaxRounds; round++)
            {
                if (await TryWriteAsync(Claim(request, claim), cancellationToken))
                {
                    return new ClaimAnswer.Granted();
                }

                if (Judge(await ReadAsync(request.SendId, cancellationToken), request.Hash, claim) is { } answer)
                {
                    return answer;
                }
            }

            throw new LedgerUnavailable($"the ledger row kept changing through {MaxRounds} rounds");
        });

    /// <summary>Gives the id back, after proof that SES did not take the mail.</summary>
    /// <param name="refusal">Why SES refused, for whoever looks at the row; null where it never got to judge.</param>
    /// <exception cref="LedgerUnavailable"/>
    public Task ReleaseAsync(string sendId, string claim, string? refusal, CancellationToken cancellationToken)
    {
        // Released by this very claim counts as well: the SDK may be repeating a write whose answer was lost.
        var update = new ItemUpdate(table, LedgerItem.Key(sendId))
            .Set(LedgerItem.Status, LedgerItem.Released)
            .Set(LedgerItem.Refusal, refusal)
            .OnlyIf(row => $"{row.Name(LedgerItem.Claim)} = {row.Value(claim)} "
                + $"AND {row.Name(LedgerItem.Status)} IN ({row.Value(LedgerItem.Claimed)}, {row.Value(LedgerItem.Released)})")
            .ToRequest();
        return AskAsync("release the send id", () => dynamoDb.UpdateItemAsync(update, cancellationToken));
    }

    /// <exception cref="LedgerUnavailable"/>
    public Task MarkSentAsync(string sendId, string claim, string messageId, CancellationToken cancellationToken)
    {
        var update = new ItemUpdate(table, LedgerItem.Key(sendId))
            .Set(LedgerItem.Status, LedgerItem.Sent)
            .Set(LedgerItem.MessageId, messageId)
            .SetIfAbsent(LedgerItem.SentAt, Timestamp.Write(time.GetUtcNow()))
            .OnlyIf(row => $"{row.Name(LedgerItem.Claim)} = {row.Value(claim)}")
            .ToRequest();
        return AskAsync("store the message id", () => dynamoDb.UpdateItemAsync(update, cancellationToken));
    }

    /// <summary>Leaves the token by which the waiting flow is told the fate.</summary>
    /// <returns>The row as it is now, so that a fate that came first is seen; null where there is no row.</returns>
    /// <exception cref="LedgerUnavailable"/>
    public async Task<LedgerEntry?> StoreTaskTokenAsync(string sendId, string taskToken, CancellationToken cancellationToken)
    {
        var update = new ItemUpdate(table, LedgerItem.Key(sendId))
            .Set(LedgerItem.TaskToken, taskToken)
            .OnlyIf(row => $"attribute_exists({row.Name(LedgerItem.SendId)})")
            .ToRequest();
        update.ReturnValues = ReturnValue.ALL_NEW;

        return await AskAsync("store the task token", async () =>
        {
            try
            {
                return LedgerItem.Read((await dynamoDb.UpdateItemAsync(update, cancellationToken)).Attributes);
            }
            catch (ConditionalCheckFailedException)
            {
                return null;
            }
        });
    }

    /// <summary>Enters what an event says; the same news any number of times and in any order leaves the same row.</summary>
    /// <returns>The row with the news in it; null where there is none, and none is made.</returns>
    /// <exception cref="LedgerUnavailable"/>
    public Task<LedgerEntry?> RecordAsync(string sendId, MailNews news, CancellationToken cancellationToken) =>
        AskAsync("record the feedback", async () =>
        {
            for (var round = 0; round < MaxRounds; round++)
            {
                if (await ReadAsync(sendId, cancellationToken) is not { } entry)
                {
                    return null;
                }

                var after = entry.After(news);
                if (after == entry || await TryWriteAsync(Enter(after), cancellationToken))
                {
                    return after;
                }
            }

            throw new LedgerUnavailable($"the ledger row kept changing through {MaxRounds} rounds");
        });

    private UpdateItemRequest Claim(SendRequest request, string claim)
    {
        var now = time.GetUtcNow();
        return new ItemUpdate(table, LedgerItem.Key(request.SendId))
            .Set(LedgerItem.Status, LedgerItem.Claimed)
            .Set(LedgerItem.RequestHash, request.Hash)
            .Set(LedgerItem.Claim, claim)
            .Set(LedgerItem.ClaimedAt, now)
            .Set(LedgerItem.To, request.To.Value)
            .Set(LedgerItem.Ttl, (now + keep).ToUnixTimeSeconds())
            .Set(LedgerItem.Refusal, (string?)null)
            .OnlyIf(row => $"attribute_not_exists({row.Name(LedgerItem.SendId)}) OR "
                + $"({row.Name(LedgerItem.Status)} = {row.Value(LedgerItem.Released)} "
                + $"AND {row.Name(LedgerItem.RequestHash)} = {row.Value(request.Hash)})")
            .ToRequest();
    }

    private UpdateItemRequest Enter(LedgerEntry entry) => new ItemUpdate(table, LedgerItem.Key(entry.SendId))
        .Set(LedgerItem.Status, LedgerItem.Sent)
        .Set(LedgerItem.MessageId, entry.MessageId)
        .Set(LedgerItem.SentAt, entry.SentAt)
        .Set(LedgerItem.Fate, entry.Fate?.Fate.ToString())
        .Set(LedgerItem.FateAt, entry.Fate?.At)
        .Set(LedgerItem.FateReason, entry.Fate?.Reason)
        // Should the row expire meanwhile, it must not be made anew.
        .OnlyIf(row => $"attribute_exists({row.Name(LedgerItem.SendId)}) AND {row.IsVersion(entry.Version)}")
        .ToRequest();

    private async Task<bool> TryWriteAsync(UpdateItemRequest update, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.UpdateItemAsync(update, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private async Task<LedgerEntry?> ReadAsync(string sendId, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = table, Key = LedgerItem.Key(sendId), ConsistentRead = true }, cancellationToken);
        return answer.Item is { Count: > 0 } item ? LedgerItem.Read(item) : null;
    }

    // Null: the row is free by now, having been given back or deleted since the claim met it.
    private static ClaimAnswer? Judge(LedgerEntry? entry, string requestHash, string claim) => entry switch
    {
        null => null,
        // The SDK sent its own write twice, having lost the first answer.
        { Status: SendStatus.Claimed } when entry.Claim == claim => new ClaimAnswer.Granted(),
        _ when entry.RequestHash != requestHash => new ClaimAnswer.OtherRequest(),
        { Status: SendStatus.Released } => null,
        { Status: SendStatus.Sent, MessageId: { } messageId } => new ClaimAnswer.AlreadySent(messageId),
        _ => new ClaimAnswer.InDoubt(),
    };

    private static async Task<T> AskAsync<T>(string purpose, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (error is not FlowError)
        {
            throw new LedgerUnavailable($"DynamoDB could not {purpose}: {error.GetType().Name}: {error.Message}");
        }
    }
}
