using Pulumi;
using Pulumi.Aws.SesV2;
using Pulumi.Aws.SesV2.Inputs;

namespace SesCompliance.Infra.Components;

/// <summary>The configuration set that every mail names: mail without one loses its events silently.</summary>
internal sealed class SesConfigurationSet : ComponentResource
{
    public SesConfigurationSet(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SesConfigurationSet", name, options)
    {
        var set = new ConfigurationSet(name, new ConfigurationSetArgs
        {
            ConfigurationSetName = settings.Named("ses-compliance"),
            ReputationOptions = new ConfigurationSetReputationOptionsArgs { ReputationMetricsEnabled = true },
            SendingOptions = new ConfigurationSetSendingOptionsArgs { SendingEnabled = true },
            DeliveryOptions = new ConfigurationSetDeliveryOptionsArgs { TlsPolicy = "REQUIRE" },
            Tags = settings.Tags(name),
        }, new CustomResourceOptions { Parent = this });

        Name = set.ConfigurationSetName;
        Arn = set.Arn;
        RegisterOutputs();
    }

    public Output<string> Name { get; }

    public Output<string> Arn { get; }
}
