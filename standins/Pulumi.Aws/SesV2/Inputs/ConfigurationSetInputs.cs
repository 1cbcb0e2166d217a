namespace Pulumi.Aws.SesV2.Inputs;

public sealed class ConfigurationSetDeliveryOptionsArgs : ResourceArgs
{
    [Input("maxDeliverySeconds")]
    public Input<int>? MaxDeliverySeconds { get; set; }

    [Input("sendingPoolName")]
    public Input<string>? SendingPoolName { get; set; }

    [Input("tlsPolicy")]
    public Input<string>? TlsPolicy { get; set; }
}

public sealed class ConfigurationSetReputationOptionsArgs : ResourceArgs
{
    [Input("reputationMetricsEnabled")]
    public Input<bool>? ReputationMetricsEnabled { get; set; }
}

public sealed class ConfigurationSetSendingOptionsArgs : ResourceArgs
{
    [Input("sendingEnabled")]
    public Input<bool>? SendingEnabled { get; set; }
}

public sealed class ConfigurationSetSuppressionOptionsArgs : ResourceArgs
{
    [field: Input("suppressedReasons")]
    public InputList<string> SuppressedReasons
    {
        get => field ??= new();
        set;
    }
}

public sealed class ConfigurationSetTrackingOptionsArgs : ResourceArgs
{
    [Input("customRedirectDomain", required: true)]
    public Input<string> CustomRedirectDomain { get; set; } = null!;

    [Input("httpsPolicy")]
    public Input<string>? HttpsPolicy { get; set; }
}
