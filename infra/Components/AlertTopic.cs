using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Sns;
using SesCompliance.Infra.Policies;

namespace SesCompliance.Infra.Components;

/// <summary>Tells people: alarms publish here, and each address of key alertEmails gets a mail once it has confirmed its subscription.</summary>
internal sealed class AlertTopic : ComponentResource
{
    public AlertTopic(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:AlertTopic", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var account = GetCallerIdentity.Invoke(null, new InvokeOptions { Parent = this }).Apply(caller => caller.AccountId);

        var topic = new Topic("ses-alerts", new TopicArgs { Name = settings.Named("ses-alerts"), Tags = settings.Tags(name) }, child);
        var policy = new TopicPolicy("ses-alerts", new TopicPolicyArgs
        {
            Arn = topic.Arn,
            // Only this account's alarms: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
            Policy = PolicyDocument.Of(new PolicyStatement("sns:Publish")
            {
                Service = "cloudwatch.amazonaws.com",
                Resources = topic.Arn,
                Conditions = [new("StringEquals", "aws:SourceAccount", account)],
            }),
        }, child);
        foreach (var email in settings.Alarms.Emails)
        {
            _ = new TopicSubscription($"ses-alerts-{email}", new TopicSubscriptionArgs
            {
                Topic = topic.Arn,
                Protocol = "email",
                Endpoint = email,
            }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });
        }

        Arn = topic.Arn;
        RegisterOutputs();
    }

    public Output<string> Arn { get; }
}
