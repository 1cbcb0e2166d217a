using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.SesV2;
using Pulumi.Aws.SesV2.Inputs;

namespace SesCompliance.Infra.Components;

internal sealed record SenderIdentityArgs(StackSettings Settings, SesConfigurationSet ConfigurationSet);

/// <summary>The domain that SES sends from. It exists once per account and region, so only one stack may create it; others reference it.</summary>
internal sealed class SenderIdentity : ComponentResource
{
    public SenderIdentity(string name, SenderIdentityArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SenderIdentity", name, options)
    {
        var settings = args.Settings;
        if (settings.Dns is { } dns)
        {
            var identity = new EmailIdentity(name, new EmailIdentityArgs
            {
                EmailIdentityDetails = settings.Domain,
                // Mail that names no set would lose its events silently.
                ConfigurationSetName = args.ConfigurationSet.Name,
                DkimSigningAttributes = new EmailIdentityDkimSigningAttributesArgs { NextSigningKeyLength = "RSA_2048_BIT" },
                Tags = settings.Tags(name),
            }, new CustomResourceOptions { Parent = this, Protect = settings.Protect });
            if (dns.MailFromDomain is { } mailFrom)
            {
                _ = new EmailIdentityMailFromAttributes(name, new EmailIdentityMailFromAttributesArgs
                {
                    EmailIdentity = identity.EmailIdentityDetails,
                    MailFromDomain = mailFrom,
                    // Until the MX record is seen, SES sends from amazonses.com: mail goes out, aligned by DKIM alone.
                    BehaviorOnMxFailure = "USE_DEFAULT_VALUE",
                }, new CustomResourceOptions { Parent = this });
            }

            DnsRecords = new SenderDns("sender-dns", new(settings, dns, identity), new ComponentResourceOptions { Parent = this }).ToAddByHand;
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

    /// <summary>A table of the records to add by hand; null where there are none.</summary>
    public Output<string>? DnsRecords { get; }
}
