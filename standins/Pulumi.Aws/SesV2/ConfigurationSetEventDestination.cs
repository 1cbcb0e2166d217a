namespace Pulumi.Aws.SesV2;

/// <summary>Where a configuration set publishes its events.</summary>
public class ConfigurationSetEventDestination : CustomResource
{
    public ConfigurationSetEventDestination(string name, ConfigurationSetEventDestinationArgs args, CustomResourceOptions? options = null)
        : base("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", name, args ?? new ConfigurationSetEventDestinationArgs(), NewResource.With(options))
    {
    }

    [Output("configurationSetName")]
    public Output<string> ConfigurationSetName { get; private set; } = null!;

    [Output("eventDestinationName")]
    public Output<string> EventDestinationName { get; private set; } = null!;
}

public sealed class ConfigurationSetEventDestinationArgs : ResourceArgs
{
    [Input("configurationSetName", required: true)]
    public Input<string> ConfigurationSetName { get; set; } = null!;

    [Input("eventDestination", required: true)]
    public Input<Inputs.ConfigurationSetEventDestinationEventDestinationArgs> EventDestination { get; set; } = null!;

    [Input("eventDestinationName", required: true)]
    public Input<string> EventDestinationName { get; set; } = null!;
}
