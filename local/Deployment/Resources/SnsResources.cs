using System.Text.Json.Nodes;
using SesCompliance.Local.Sns;

namespace SesCompliance.Local.Deployment.Resources;

internal static class SnsResources
{
    public static void AddTo(ResourceKinds kinds, Topics topics)
    {
        kinds.Add("aws:sns/topic:Topic", (inputs, _) =>
        {
            var topic = topics.Create(new Topic(inputs.RequiredText("name")) { Tags = inputs.Map("tags") });
            return new Provisioned(topic.Arn, ("arn", topic.Arn));
        });
        kinds.Add("aws:sns/topicPolicy:TopicPolicy", (inputs, _) =>
        {
            var arn = inputs.RequiredText("arn");
            topics.SetPolicy(arn, inputs.RequiredText("policy"));
            return new Provisioned(arn);
        });
        kinds.Add("aws:sns/topicSubscription:TopicSubscription", (inputs, _) =>
        {
            var deadLetters = inputs.Text("redrivePolicy") is { } policy ? JsonNode.Parse(policy)?["deadLetterTargetArn"]?.GetValue<string>() : null;
            var subscription = topics.Subscribe(inputs.RequiredText("topic"), inputs.RequiredText("protocol"), inputs.RequiredText("endpoint"), deadLetters);
            return new Provisioned(subscription.Arn, ("arn", subscription.Arn));
        });
    }
}
