using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.SuppressionList;

/// <summary>The suppression list in DynamoDB: one row for each address and reason.</summary>
public sealed class SuppressionTable(IAmazonDynamoDB dynamoDb, string table)
{
    // An event with many recipients touches many rows; one row meets few events at once.
    private const int MaxRounds = 20;

    /// <summary>The heaviest suppression in force, or null. What was written before the call is seen (strongly consistent).</summary>
    /// <exception cref="SuppressionListUnavailable"/>
    public Task<Suppression?> FindActiveAsync(EmailAddress address, CancellationToken cancellationToken) =>
        AskAsync("look the address up", async () =>
        {
            var rows = new List<Suppression?>();
            var query = new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "#email = :email",
                // Not feedbackIds, which can be most of the row.
                ProjectionExpression = "#email, #reason, #lastSeen, #removedAt",
                ExpressionAttributeNames = new()
                {
                    ["#email"] = SuppressionItem.Email,
                    ["#reason"] = SuppressionItem.Reason,
                    ["#lastSeen"] = SuppressionItem.LastSeen,
                    ["#removedAt"] = SuppressionItem.RemovedAt,
                },
                ExpressionAttributeValues = new() { [":email"] = ItemUpdate.Text(address.Value) },
                ConsistentRead = true,
            };
            do
            {
                var page = await dynamoDb.QueryAsync(query, cancellationToken);
                rows.AddRange((page.Items ?? []).Select(SuppressionItem.Read));
                query.ExclusiveStartKey = page.LastEvaluatedKey;
            }
            while (query.ExclusiveStartKey is { Count: > 0 });

            return rows.Where(row => row is { IsActive: true }).MaxBy(row => row!.Reason);
        });

    /// <summary>Enters a sighting; the same ones any number of times and in any order leave the same row.</summary>
    /// <exception cref="SuppressionListUnavailable"/>
    public Task<Suppression> RecordAsync(Sighting sighting, CancellationToken cancellationToken) =>
        AskAsync("record the feedback", async () =>
        {
            for (var round = 0; round < MaxRounds; round++)
            {
                var row = await ReadAsync(sighting, cancellationToken);
                var after = row.After(sighting);
                if (after == row || await TryWriteAsync(after, cancellationToken))
                {
                    return after;
                }
            }

            throw new SuppressionListUnavailable($"the suppression row kept changing through {MaxRounds} rounds");
        });

    private async Task<Suppression> ReadAsync(Sighting sighting, CancellationToken cancellationToken)
    {
        var key = SuppressionItem.Key(sighting.Email, sighting.Reason);
        var answer = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = table, Key = key, ConsistentRead = true }, cancellationToken);
        return (answer.Item is { Count: > 0 } item ? SuppressionItem.Read(item) : null) ?? new Suppression(sighting.Email, sighting.Reason);
    }

    // Only what a sighting changes is written: who removed the row and why is the operators' part of it.
    private async Task<bool> TryWriteAsync(Suppression row, CancellationToken cancellationToken)
    {
        var update = new ItemUpdate(table, SuppressionItem.Key(row.Email, row.Reason))
            .Set(SuppressionItem.FirstSeen, row.FirstSeen)
            .Set(SuppressionItem.LastSeen, row.LastSeen)
            .Set(SuppressionItem.Count, row.Count)
            .Set(SuppressionItem.BounceType, row.BounceType)
            .Set(SuppressionItem.BounceSubType, row.BounceSubType)
            .Set(SuppressionItem.FeedbackId, row.FeedbackId)
            .Set(SuppressionItem.FeedbackIds, row.FeedbackIds.All is { Count: > 0 } ids ? new AttributeValue { SS = [.. ids] } : null)
            .Set(SuppressionItem.MessageId, row.MessageId)
            .Set(SuppressionItem.Diagnostic, row.Diagnostic)
            .Set(SuppressionItem.Source, row.Source)
            .OnlyIfVersion(row.Version)
            .ToRequest();
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

    private static async Task<T> AskAsync<T>(string purpose, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (error is not FlowError)
        {
            throw new SuppressionListUnavailable($"DynamoDB could not {purpose}: {error.GetType().Name}: {error.Message}");
        }
    }
}
