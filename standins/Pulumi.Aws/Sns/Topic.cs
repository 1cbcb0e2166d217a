namespace Pulumi.Aws.Sns;

/// <summary>An SNS topic.</summary>
public class Topic : CustomResource
{
    public Topic(string name, TopicArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:sns/topic:Topic", name, args ?? new TopicArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("owner")]
    public Output<string> Owner { get; private set; } = null!;
}

public sealed class TopicArgs : ResourceArgs
{
    [Input("displayName")]
    public Input<string>? DisplayName { get; set; }

    [Input("kmsMasterKeyId")]
    public Input<string>? KmsMasterKeyId { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("signatureVersion")]
    public Input<int>? SignatureVersion { get; set; }

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }

    [Input("tracingConfig")]
    public Input<string>? TracingConfig { get; set; }
}
