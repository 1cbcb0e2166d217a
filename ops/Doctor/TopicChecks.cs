using Amazon.SimpleNotificationService.Model;
using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>The feedback's topic and the alerts' topic: who may publish, and who listens.</summary>
internal static class TopicChecks
{
    private const string Policy = "Feedback topic's policy";
    private const string Handler = "Feedback subscription";
    private const string Alerts = "Alert subscriptions";
    private const string Pending = "PendingConfirmation";

    private static CheckGroup Group => CheckGroup.Feedback;

    public static IEnumerable<Question> For(Patient patient) =>
    [
        new(Group, [Policy], async () => [await OfPolicyAsync(patient)]),
        new(Group, [Handler], async () => await OfTopicAsync(patient, arns => arns.FeedbackTopic, OfFeedback)),
        new(Group, [Alerts], async () => await OfTopicAsync(patient, arns => arns.AlertTopic, OfAlerts)),
    ];

    private static async Task<Check> OfPolicyAsync(Patient patient)
    {
        var arns = await patient.ArnsAsync();
        try
        {
            var answer = await patient.Aws.Sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arns.FeedbackTopic }, patient.Cancelled);
            patient.Presence.Found();
            return TopicPolicy.Flaw(answer.Attributes?.GetValueOrDefault("Policy"), arns.AccountId, arns.ConfigurationSet) switch
            {
                { Blocks: true } flaw => Group.Fail(Policy, flaw.What, "SES cannot tell what became of mail, and drops its events.", patient.Redeploy),
                { } flaw => Group.Warn(Policy, flaw.What, "Somebody else's SES could report bounces that never were, and so suppress any address.", patient.Redeploy),
                null => Group.Pass(Policy, "SES may publish, for this account only"),
            };
        }
        catch (NotFoundException)
        {
            patient.Presence.Missing();
            return Group.Fail(Policy, $"topic {patient.Stack.FeedbackTopic} is missing", "SES has nowhere to tell what became of mail.", patient.Redeploy);
        }
    }

    private static async Task<IReadOnlyList<Check>> OfTopicAsync(Patient patient, Func<StackArns, string> topic, Func<Patient, StackArns, IReadOnlyList<Subscription>, IEnumerable<Check>> judge)
    {
        var arns = await patient.ArnsAsync();
        var subscriptions = new List<Subscription>();
        try
        {
            string? next = null;
            do
            {
                var page = await patient.Aws.Sns.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = topic(arns), NextToken = next }, patient.Cancelled);
                subscriptions.AddRange(page.Subscriptions ?? []);
                next = page.NextToken;
            }
            while (!string.IsNullOrEmpty(next));
            patient.Presence.Found();
        }
        catch (NotFoundException)
        {
            patient.Presence.Missing();
        }

        return [.. judge(patient, arns, subscriptions)];
    }

    private static IEnumerable<Check> OfFeedback(Patient patient, StackArns arns, IReadOnlyList<Subscription> subscriptions)
    {
        yield return subscriptions.FirstOrDefault(subscription => subscription.Protocol == "lambda" && subscription.Endpoint == arns.FeedbackHandler) switch
        {
            null => Group.Fail(Handler, $"{patient.Stack.FeedbackHandler} is not subscribed", "Bounces and complaints reach nobody.", patient.Redeploy),
            { SubscriptionArn: Pending } => Group.Fail(Handler, "not confirmed", "Bounces and complaints reach nobody.", patient.Redeploy),
            _ => Group.Pass(Handler, patient.Stack.FeedbackHandler),
        };
        foreach (var pending in subscriptions.Where(subscription => subscription.SubscriptionArn == Pending && subscription.Endpoint != arns.FeedbackHandler))
        {
            yield return Unconfirmed($"{Handler} of {pending.Endpoint}");
        }
    }

    private static IEnumerable<Check> OfAlerts(Patient patient, StackArns arns, IReadOnlyList<Subscription> subscriptions)
    {
        foreach (var pending in subscriptions.Where(subscription => subscription.SubscriptionArn == Pending))
        {
            yield return Unconfirmed($"{Alerts}: {pending.Endpoint}");
        }

        var confirmed = subscriptions.Where(subscription => subscription.SubscriptionArn != Pending).Select(subscription => subscription.Endpoint).ToList();
        yield return confirmed.Count > 0
            ? Group.Pass(Alerts, string.Join(", ", confirmed))
            : Group.Warn(
                Alerts, "none is confirmed", "Alarms go off and nobody hears of it.",
                $"pulumi config set --path 'ses-compliance:alertEmails[0]' YOUR-ADDRESS --stack {patient.Stack.Name} && pulumi up --stack {patient.Stack.Name}",
                $"Or: aws sns subscribe --topic-arn {arns.AlertTopic} --protocol email --notification-endpoint YOUR-ADDRESS");
    }

    private static Check Unconfirmed(string name) => Group.Fail(
        name, "not confirmed", "SNS sends nothing there until its owner agrees; after three days it forgets the subscription.", "Open the mail of AWS Notifications there and follow the link.");
}
