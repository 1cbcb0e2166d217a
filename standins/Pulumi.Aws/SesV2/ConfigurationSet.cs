namespace Pulumi.Aws.SesV2;

/// <summary>An SES configuration set.</summary>
public class ConfigurationSet : CustomResource
{
    public ConfigurationSet(string name, ConfigurationSetArgs args, CustomResourceOptions? options = null)
        : base("aws:sesv2/configurationSet:ConfigurationSet", name, args ?? new ConfigurationSetArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("configurationSetName")]
    public Output<string> ConfigurationSetName { get; private set; } = null!;
}

public sealed class ConfigurationSetArgs : ResourceArgs
{
    [Input("configurationSetName", required: true)]
    public Input<string> ConfigurationSetName { get; set; } = null!;

    [Input("deliveryOptions")]
    public Input<Inputs.ConfigurationSetDeliveryOptionsArgs>? DeliveryOptions { get; set; }

    [Input("reputationOptions")]
    public Input<Inputs.ConfigurationSetReputationOptionsArgs>? ReputationOptions { get; set; }

    [Input("sendingOptions")]
    public Input<Inputs.ConfigurationSetSendingOptionsArgs>? SendingOptions { get; set; }

    [Input("suppressionOptions")]
    public Input<Inputs.ConfigurationSetSuppressionOptionsArgs>? SuppressionOptions { get; set; }

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }

    [Input("trackingOptions")]
    public Input<Inputs.ConfigurationSetTrackingOptionsArgs>? TrackingOptions { get; set; }
}
