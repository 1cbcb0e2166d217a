using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.Ledger;

/// <summary>The ledger's attributes and how a row reads.</summary>
internal static class LedgerItem
{
    public const string SendId = "sendId";
    public const string Status = "status";
    public const string RequestHash = "requestHash";
    public const string Claim = "claim";
    public const string ClaimedAt = "claimedAt";
    public const string To = "to";
    public const string MessageId = "messageId";
    public const string SentAt = "sentAt";
    public const string Fate = "fate";
    public const string FateAt = "fateAt";
    public const string FateReason = "fateReason";
    public const string Refusal = "refusal";
    public const string TaskToken = "taskToken";
    public const string Version = "version";

    /// <summary>Epoch seconds; DynamoDB deletes the row some time after.</summary>
    public const string Ttl = "ttl";

    public const string Claimed = "CLAIMED";
    public const string Released = "RELEASED";
    public const string Sent = "SENT";

    public static Dictionary<string, AttributeValue> Key(string sendId) => new() { [SendId] = ItemUpdate.Text(sendId) };

    public static LedgerEntry Read(Dictionary<string, AttributeValue> item) => new(
        item.Text(SendId)!,
        item.Text(Status) switch
        {
            Sent => SendStatus.Sent,
            Released => SendStatus.Released,
            // What can't be read may have been sent.
            _ => SendStatus.Claimed,
        },
        item.Text(RequestHash),
        item.Text(Claim),
        item.Text(MessageId),
        item.Time(SentAt),
        ReadFate(item),
        item.Text(TaskToken),
        item.Number(Version));

    private static FateMark? ReadFate(Dictionary<string, AttributeValue> item) =>
        Enum.TryParse<Fate>(item.Text(Fate), out var fate)
            ? new FateMark(fate, item.Time(FateAt) ?? DateTimeOffset.UnixEpoch, item.Text(FateReason))
            : null;
}
