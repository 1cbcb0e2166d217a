using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.SuppressionList;

/// <summary>The suppression list's attributes and how a row reads.</summary>
public static class SuppressionItem
{
    public const string Email = "email";
    public const string Reason = "reason";
    public const string FirstSeen = "firstSeen";
    public const string LastSeen = "lastSeen";
    public const string Count = "count";
    public const string BounceType = "bounceType";
    public const string BounceSubType = "bounceSubType";
    public const string FeedbackId = "feedbackId";
    public const string FeedbackIds = "feedbackIds";
    public const string MessageId = "messageId";
    public const string Diagnostic = "diagnostic";
    public const string RemovedAt = "removedAt";
    public const string RemovedBy = "removedBy";
    public const string RemovedWhy = "removedWhy";
    public const string AddedWhy = "addedWhy";
    public const string Removing = "removing";
    public const string History = "history";
    public const string Source = "source";
    public const string Version = "version";

    public static Dictionary<string, AttributeValue> Key(string email, SuppressionReason reason) =>
        new() { [Email] = ItemUpdate.Text(email), [Reason] = ItemUpdate.Text(reason.ToKey()) };

    /// <summary>Null for a reason that this system does not know.</summary>
    public static Suppression? Read(Dictionary<string, AttributeValue> item) =>
        SuppressionReasons.Read(item.Text(Reason)) is not { } reason ? null : new Suppression(item.Text(Email)!, reason)
        {
            FirstSeen = item.Time(FirstSeen),
            LastSeen = item.Time(LastSeen),
            Count = item.Number(Count) ?? 0,
            BounceType = item.Text(BounceType),
            BounceSubType = item.Text(BounceSubType),
            FeedbackId = item.Text(FeedbackId),
            FeedbackIds = SesCompliance.Lambdas.SuppressionList.FeedbackIds.Of(item.Texts(FeedbackIds)),
            MessageId = item.Text(MessageId),
            Diagnostic = item.Text(Diagnostic),
            RemovedAt = item.Time(RemovedAt),
            RemovedBy = item.Text(RemovedBy),
            RemovedWhy = item.Text(RemovedWhy),
            AddedWhy = item.Text(AddedWhy),
            Removing = OperatorAct.Read(item.GetValueOrDefault(Removing)),
            History = item.TryGetValue(History, out var acts) && acts.L is { Count: > 0 } list ? [.. list.Select(OperatorAct.Read).OfType<OperatorAct>()] : [],
            Source = item.Text(Source),
            Version = item.Number(Version),
        };
}
