using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Ops.Suppressions;

/// <summary>The stack's suppression list, read page by page and changed one conditional write at a time.</summary>
internal sealed class SuppressionRows(IAmazonDynamoDB dynamoDb, string table)
{
    private static readonly string[] Shown =
    [
        SuppressionItem.Email, SuppressionItem.Reason, SuppressionItem.FirstSeen, SuppressionItem.LastSeen, SuppressionItem.Count, SuppressionItem.BounceType,
        SuppressionItem.BounceSubType, SuppressionItem.FeedbackId, SuppressionItem.MessageId, SuppressionItem.Diagnostic, SuppressionItem.RemovedAt, SuppressionItem.RemovedBy,
        SuppressionItem.RemovedWhy, SuppressionItem.AddedWhy, SuppressionItem.Removing, SuppressionItem.History, SuppressionItem.Source, SuppressionItem.Version,
    ];

    /// <summary>Every row, in the table's own order; at most one page (1 MB) is in memory.</summary>
    public async IAsyncEnumerable<Suppression> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scan = new ScanRequest
        {
            TableName = table,
            // All but feedbackIds, which can be most of the row.
            ProjectionExpression = string.Join(", ", Shown.Select(name => $"#{name}")),
            ExpressionAttributeNames = Shown.ToDictionary(name => $"#{name}"),
        };
        do
        {
            var page = await dynamoDb.ScanAsync(scan, cancellationToken);
            foreach (var item in page.Items ?? [])
            {
                if (SuppressionItem.Read(item) is { } row)
                {
                    yield return row;
                }
            }

            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>An address's rows, lightest reason first. What was written before the call is seen.</summary>
    public async Task<IReadOnlyList<Suppression>> OfAsync(string email, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "#email = :email",
                ExpressionAttributeNames = new() { ["#email"] = SuppressionItem.Email },
                ExpressionAttributeValues = new() { [":email"] = ItemUpdate.Text(email) },
                ConsistentRead = true,
            },
            cancellationToken);
        return [.. (answer.Items ?? []).Select(SuppressionItem.Read).OfType<Suppression>().OrderBy(row => row.Reason)];
    }

    /// <summary>Begins an update that holds only if the row still is as it was read.</summary>
    public ItemUpdate Change(Suppression row) => new ItemUpdate(table, SuppressionItem.Key(row.Email, row.Reason)).OnlyIfVersion(row.Version);

    /// <returns>The row as it is now; null where somebody else had changed it.</returns>
    public async Task<Suppression?> TryWriteAsync(ItemUpdate update, CancellationToken cancellationToken)
    {
        var request = update.ToRequest();
        request.ReturnValues = ReturnValue.ALL_NEW;
        try
        {
            return SuppressionItem.Read((await dynamoDb.UpdateItemAsync(request, cancellationToken)).Attributes);
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    /// <summary>Erases a row; false where somebody else had changed it.</summary>
    public async Task<bool> TryEraseAsync(Suppression row, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = table,
                    Key = SuppressionItem.Key(row.Email, row.Reason),
                    ConditionExpression = row.Version is null ? "attribute_not_exists(#version)" : "#version = :version",
                    ExpressionAttributeNames = new() { ["#version"] = SuppressionItem.Version },
                    ExpressionAttributeValues = row.Version is { } version ? new() { [":version"] = ItemUpdate.Number(version) } : null,
                },
                cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
