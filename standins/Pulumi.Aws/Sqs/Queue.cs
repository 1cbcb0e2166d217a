namespace Pulumi.Aws.Sqs;

/// <summary>An SQS queue.</summary>
public class Queue : CustomResource
{
    public Queue(string name, QueueArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:sqs/queue:Queue", name, args ?? new QueueArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("url")]
    public Output<string> Url { get; private set; } = null!;
}

public sealed class QueueArgs : ResourceArgs
{
    [Input("delaySeconds")]
    public Input<int>? DelaySeconds { get; set; }

    [Input("kmsMasterKeyId")]
    public Input<string>? KmsMasterKeyId { get; set; }

    [Input("maxMessageSize")]
    public Input<int>? MaxMessageSize { get; set; }

    [Input("messageRetentionSeconds")]
    public Input<int>? MessageRetentionSeconds { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("receiveWaitTimeSeconds")]
    public Input<int>? ReceiveWaitTimeSeconds { get; set; }

    [Input("redriveAllowPolicy")]
    public Input<string>? RedriveAllowPolicy { get; set; }

    [Input("redrivePolicy")]
    public Input<string>? RedrivePolicy { get; set; }

    [Input("sqsManagedSseEnabled")]
    public Input<bool>? SqsManagedSseEnabled { get; set; }

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }

    [Input("visibilityTimeoutSeconds")]
    public Input<int>? VisibilityTimeoutSeconds { get; set; }
}
