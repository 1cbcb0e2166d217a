using Amazon.DynamoDBv2;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Ops.Suppressions;

namespace SesCompliance.Ops.Sends;

/// <summary>Why an address is, or was, on the stack's suppression list.</summary>
public sealed record SuppressionRow(
    string Email,
    string Reason,
    bool InForce,
    DateTimeOffset? FirstSeen,
    DateTimeOffset? LastSeen,
    long Count,
    string? BounceType,
    string? BounceSubType,
    string? MessageId,
    string? Diagnostic,
    DateTimeOffset? RemovedAt)
{
    /// <summary>An address's rows, heaviest reason first. What was written before the call is seen.</summary>
    public static async Task<IReadOnlyList<SuppressionRow>> OfAsync(IAmazonDynamoDB dynamoDb, string table, string email, CancellationToken cancellationToken) =>
        [.. (await new SuppressionRows(dynamoDb, table).OfAsync(email, cancellationToken)).Reverse().Select(Of)];

    private static SuppressionRow Of(Suppression row) => new(
        row.Email, row.Reason.ToKey(), row.IsActive, row.FirstSeen, row.LastSeen, row.Count, row.BounceType, row.BounceSubType, row.MessageId, row.Diagnostic, row.RemovedAt);
}
