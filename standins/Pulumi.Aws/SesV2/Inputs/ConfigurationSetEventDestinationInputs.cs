namespace Pulumi.Aws.SesV2.Inputs;

public sealed class ConfigurationSetEventDestinationEventDestinationArgs : ResourceArgs
{
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [field: Input("matchingEventTypes", required: true)]
    public InputList<string> MatchingEventTypes
    {
        get => field ??= new();
        set;
    }

    [Input("snsDestination")]
    public Input<Inputs.ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs>? SnsDestination { get; set; }
}

public sealed class ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs : ResourceArgs
{
    [Input("topicArn", required: true)]
    public Input<string> TopicArn { get; set; } = null!;
}
