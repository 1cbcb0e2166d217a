using System.Text.Json.Nodes;
using SesCompliance.Local.Sns;

namespace SesCompliance.Local.Deployment.Resources;

internal static class SnsResources
{
    public static void AddTo(ResourceKinds kinds, Topics topics)
    {
        kinds.Add("aws:sns/topic:Topic", new ResourceKind
        {
            Create = (inputs, _) =>
            {
                var topic = topics.Create(new Topic(inputs.RequiredText("name")) { Tags = inputs.Map("tags") });
                return new Provisioned(topic.Arn, ("arn", topic.Arn));
            },
            Update = (was, inputs, _) =>
            {
                inputs.WithoutEffect("name");
                topics.Create(topics.Find(was.Id) with { Tags = inputs.Map("tags") });
                return new Provisioned(was.Id);
            },
            Delete = (was, _) =>
            {
                topics.Delete(was.Id);
                return Task.CompletedTask;
            },
            ReplacedBy = ["name"],
        });
        kinds.Add("aws:sns/topicPolicy:TopicPolicy", new ResourceKind
        {
            Create = (inputs, _) => Policy(inputs, topics),
            Update = (_, inputs, _) => Policy(inputs, topics),
            Delete = (was, _) => Task.FromResult(topics.SetPolicy(was.Id, null)),
            ReplacedBy = ["arn"],
        });
        kinds.Add("aws:sns/topicSubscription:TopicSubscription", new ResourceKind
        {
            Create = (inputs, _) => Subscription(inputs, topics),
            Update = (_, inputs, _) => Subscription(inputs, topics),
            Delete = (was, _) =>
            {
                topics.Unsubscribe(was.Id);
                return Task.CompletedTask;
            },
            ReplacedBy = ["topic", "protocol", "endpoint"],
        });
    }

    private static Provisioned Policy(ResourceInputs inputs, Topics topics)
    {
        var arn = inputs.RequiredText("arn");
        topics.SetPolicy(arn, inputs.RequiredText("policy"));
        return new Provisioned(arn);
    }

    private static Provisioned Subscription(ResourceInputs inputs, Topics topics)
    {
        var deadLetters = inputs.Text("redrivePolicy") is { } policy ? JsonNode.Parse(policy)?["deadLetterTargetArn"]?.GetValue<string>() : null;
        var subscription = topics.Subscribe(inputs.RequiredText("topic"), inputs.RequiredText("protocol"), inputs.RequiredText("endpoint"), deadLetters);
        return new Provisioned(subscription.Arn, ("arn", subscription.Arn));
    }
}
