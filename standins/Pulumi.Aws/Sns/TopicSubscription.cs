namespace Pulumi.Aws.Sns;

/// <summary>A subscription to a topic.</summary>
public class TopicSubscription : CustomResource
{
    public TopicSubscription(string name, TopicSubscriptionArgs args, CustomResourceOptions? options = null)
        : base("aws:sns/topicSubscription:TopicSubscription", name, args ?? new TopicSubscriptionArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; } = null!;

    [Output("pendingConfirmation")]
    public Output<bool> PendingConfirmation { get; private set; } = null!;

    [Output("protocol")]
    public Output<string> Protocol { get; private set; } = null!;

    [Output("topic")]
    public Output<string> Topic { get; private set; } = null!;
}

public sealed class TopicSubscriptionArgs : ResourceArgs
{
    [Input("endpoint", required: true)]
    public Input<string> Endpoint { get; set; } = null!;

    [Input("filterPolicy")]
    public Input<string>? FilterPolicy { get; set; }

    [Input("filterPolicyScope")]
    public Input<string>? FilterPolicyScope { get; set; }

    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;

    [Input("rawMessageDelivery")]
    public Input<bool>? RawMessageDelivery { get; set; }

    [Input("redrivePolicy")]
    public Input<string>? RedrivePolicy { get; set; }

    [Input("topic", required: true)]
    public Input<string> Topic { get; set; } = null!;
}
