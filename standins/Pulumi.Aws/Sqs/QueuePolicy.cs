namespace Pulumi.Aws.Sqs;

/// <summary>A queue's own policy.</summary>
public class QueuePolicy : CustomResource
{
    public QueuePolicy(string name, QueuePolicyArgs args, CustomResourceOptions? options = null)
        : base("aws:sqs/queuePolicy:QueuePolicy", name, args ?? new QueuePolicyArgs(), NewResource.With(options))
    {
    }

    [Output("policy")]
    public Output<string> Policy { get; private set; } = null!;

    [Output("queueUrl")]
    public Output<string> QueueUrl { get; private set; } = null!;
}

public sealed class QueuePolicyArgs : ResourceArgs
{
    [Input("policy", required: true)]
    public Input<string> Policy { get; set; } = null!;

    [Input("queueUrl", required: true)]
    public Input<string> QueueUrl { get; set; } = null!;
}
