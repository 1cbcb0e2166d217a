using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Ops.Sends;

/// <summary>A row of the send ledger, with what an operator wants to know besides.</summary>
/// <param name="Refusal">Why SES refused the last attempt.</param>
/// <param name="Expires">From when on DynamoDB may delete it.</param>
public sealed record LedgerRow(
    SendStatus Status,
    string? To,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? SentAt,
    string? MessageId,
    FateMark? Fate,
    string? Refusal,
    DateTimeOffset? Expires)
{
    /// <returns>Null where there is none.</returns>
    public static async Task<LedgerRow?> FindAsync(IAmazonDynamoDB dynamoDb, string table, string sendId, CancellationToken cancellationToken)
    {
        var answer = await dynamoDb.GetItemAsync(new GetItemRequest { TableName = table, Key = LedgerItem.Key(sendId), ConsistentRead = true }, cancellationToken);
        return answer.Item is { Count: > 0 } item ? Of(item) : null;
    }

    private static LedgerRow Of(Dictionary<string, AttributeValue> item)
    {
        var entry = LedgerItem.Read(item);
        return new(
            entry.Status,
            item.Text(LedgerItem.To),
            item.Time(LedgerItem.ClaimedAt),
            entry.SentAt,
            entry.MessageId,
            entry.Fate,
            item.Text(LedgerItem.Refusal),
            item.Number(LedgerItem.Ttl) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);
    }
}
