using Pulumi;
using Pulumi.Aws.SesV2;

namespace SesCompliance.Infra.Components;

/// <summary>The account's own suppression list, kept for bounces and complaints: SES's second line behind the stack's. One stack per account and region sets it.</summary>
internal sealed class AccountSuppression : ComponentResource
{
    public AccountSuppression(string name, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:AccountSuppression", name, options)
    {
        _ = new AccountSuppressionAttributes(name, new AccountSuppressionAttributesArgs { SuppressedReasons = { "BOUNCE", "COMPLAINT" } }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }
}
