using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.SesV2;
using Pulumi.Aws.SesV2.Inputs;

namespace SesCompliance.Infra.Components;

/// <summary>The domain that SES sends from. It exists once per account and region, so only one stack may create it; others reference it.</summary>
internal sealed class SenderIdentity : ComponentResource
{
    public SenderIdentity(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SenderIdentity", name, options)
    {
        if (settings.IdentityMode == IdentityMode.Create)
        {
            var identity = new EmailIdentity(name, new EmailIdentityArgs
            {
                EmailIdentityDetails = settings.Domain,
                DkimSigningAttributes = new EmailIdentityDkimSigningAttributesArgs { NextSigningKeyLength = "RSA_2048_BIT" },
                Tags = settings.Tags(name),
            }, new CustomResourceOptions { Parent = this, Protect = settings.Protect });
            Arn = identity.Arn;
        }
        else
        {
            var parent = new InvokeOptions { Parent = this };
            Arn = Output.Format($"arn:{GetPartition.Invoke(null, parent).Apply(p => p.Partition)}:ses:{GetRegion.Invoke(null, parent).Apply(r => r.Region)}:{GetCallerIdentity.Invoke(null, parent).Apply(c => c.AccountId)}:identity/{settings.Domain}");
        }

        RegisterOutputs();
    }

    public Output<string> Arn { get; }
}
