using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.SuppressionList;

/// <summary>What an operator did to a row, or began to do.</summary>
/// <param name="Kind">One of this class's constants.</param>
public sealed record OperatorAct(string Kind, DateTimeOffset? At, string? By, string? Why)
{
    public const string Added = "ADDED";
    public const string Removed = "REMOVED";

    /// <summary>Told only where it did not end as begun: somebody else began anew.</summary>
    public const string RemovalBegun = "REMOVAL_BEGUN";

    /// <summary>The entry of SES's account list that the act took away; the list itself keeps no trace of it.</summary>
    public AccountEntry? AccountEntry { get; init; }

    internal AttributeValue ToItem()
    {
        var item = new Dictionary<string, AttributeValue>();
        Put(item, "kind", Kind);
        Put(item, "at", At is { } at ? Timestamp.Write(at) : null);
        Put(item, "by", By);
        Put(item, "why", Why);
        if (AccountEntry is { } entry)
        {
            var fields = new Dictionary<string, AttributeValue>();
            Put(fields, "reason", entry.Reason);
            Put(fields, "lastUpdateTime", entry.LastUpdateTime is { } time ? Timestamp.Write(time) : null);
            Put(fields, "messageId", entry.MessageId);
            Put(fields, "feedbackId", entry.FeedbackId);
            item["accountEntry"] = new AttributeValue { M = fields };
        }

        return new AttributeValue { M = item };
    }

    /// <summary>Null for what is no act.</summary>
    internal static OperatorAct? Read(AttributeValue? value) => value?.M is not { Count: > 0 } item ? null
        : new OperatorAct(item.Text("kind") ?? "", item.Time("at"), item.Text("by"), item.Text("why"))
        {
            AccountEntry = item.TryGetValue("accountEntry", out var entry) && entry.M is { Count: > 0 } fields
                ? new AccountEntry(fields.Text("reason") ?? "", fields.Time("lastUpdateTime"), fields.Text("messageId"), fields.Text("feedbackId"))
                : null,
        };

    private static void Put(Dictionary<string, AttributeValue> item, string name, string? text)
    {
        if (text is not null)
        {
            item[name] = ItemUpdate.Text(text);
        }
    }
}

/// <summary>An entry of SES's account suppression list.</summary>
/// <param name="Reason">BOUNCE or COMPLAINT.</param>
/// <param name="MessageId">The mail behind it; null where somebody entered it by hand.</param>
public sealed record AccountEntry(string Reason, DateTimeOffset? LastUpdateTime, string? MessageId, string? FeedbackId);
