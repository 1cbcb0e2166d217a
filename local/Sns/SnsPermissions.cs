using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>What SNS's operations need. Denials write the prefix in capitals.</summary>
internal static class SnsPermissions
{
    public const string Publish = "SNS:Publish";

    public static Denial Denial { get; } = new("AuthorizationError", 403);

    public static PermissionTable Table { get; } = new PermissionTable(Denial)
        .Add("SNS", request => request.Input.Text("TopicArn") ?? request.Input.Text("TargetArn") ?? "*", "Publish")
        .Add("SNS", request => request.Input.RequiredText("TopicArn"), "ConfirmSubscription", "GetTopicAttributes", "ListSubscriptionsByTopic")
        .Add("SNS", request => TopicOf(request.Input.RequiredText("SubscriptionArn")), "GetSubscriptionAttributes")
        .Add("SNS", request => request.Input.RequiredText("ResourceArn"), "ListTagsForResource")
        .Add("SNS", _ => Account.Arn("sns", "*"), "ListSubscriptions", "ListTopics");

    // A subscription's ARN is its topic's and an id.
    private static string TopicOf(string subscriptionArn) => string.Join(':', subscriptionArn.Split(':').Take(6));
}
