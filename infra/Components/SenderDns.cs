using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Route53;
using Pulumi.Aws.SesV2;

namespace SesCompliance.Infra.Components;

internal sealed record SenderDnsArgs(StackSettings Settings, DnsSettings Dns, EmailIdentity Identity);

/// <summary>The domain's records: in its Route 53 zone, or as a table to be added by hand where DNS is somebody else's.</summary>
internal sealed class SenderDns : ComponentResource
{
    private const int DkimTokens = 3;

    /// <summary>The provider does not tell the identity's signing hosted zone (docs/decisions/domain-records.md).</summary>
    private const string SigningHostedZone = "dkim.amazonses.com";

    private const int TtlSeconds = 1800;

    public SenderDns(string name, SenderDnsArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SenderDns", name, options)
    {
        if (args.Dns.HostedZone is { } zone)
        {
            foreach (var record in Records(args))
            {
                _ = new Record(record.Key, new RecordArgs
                {
                    ZoneId = zone,
                    Type = record.Type,
                    Name = record.Name,
                    Ttl = TtlSeconds,
                    Records = record.Values,
                }, new CustomResourceOptions { Parent = this, Protect = args.Settings.Protect });
            }
        }
        else
        {
            ToAddByHand = DnsTable.Of(Records(args));
        }

        RegisterOutputs();
    }

    /// <summary>Null where the stack writes the records itself.</summary>
    public Output<string>? ToAddByHand { get; }

    private IEnumerable<DnsRecord> Records(SenderDnsArgs args)
    {
        var (domain, dns) = (args.Settings.Domain, args.Dns);
        for (var index = 0; index < DkimTokens; index++)
        {
            var token = Token(args.Identity, index);
            yield return new(
                $"dkim-{index + 1}", "CNAME", Output.Format($"{token}._domainkey.{domain}"), token.Apply(text => Values($"{text}.{SigningHostedZone}")),
                "DKIM: verifies the domain, and SES's signature of each mail");
        }

        if (dns.MailFromDomain is { } mailFrom)
        {
            var region = GetRegion.Invoke(null, new InvokeOptions { Parent = this }).Apply(current => current.Region);
            yield return new(
                "mail-from-mx", "MX", Output.Create(mailFrom), region.Apply(name => Values($"10 feedback-smtp.{name}.amazonses.com")),
                "MAIL FROM: brings bounces back to SES; this name may have no other MX");
            yield return DnsRecord.Txt("mail-from-spf", mailFrom, ["v=spf1 include:amazonses.com ~all"], "MAIL FROM: SPF, aligned with the domain");
        }

        yield return DnsRecord.Txt("dmarc", $"_dmarc.{domain}", [Dmarc(dns)], "DMARC: what receivers do with mail that is neither signed nor sent by the domain");
        if (dns.Apex is { } apex)
        {
            yield return DnsRecord.Txt("apex-txt", domain, apex.Values, "SPF and what key apexSpf keeps: the name's only SPF record; merge it with one that is there");
        }
    }

    private static Output<string> Token(EmailIdentity identity, int index) => identity.DkimSigningAttributes.Apply(dkim => dkim.Tokens[index]);

    private static System.Collections.Immutable.ImmutableArray<string> Values(string value) => [value];

    private static string Dmarc(DnsSettings dns) =>
        $"v=DMARC1; p={dns.DmarcPolicy.ToString().ToLowerInvariant()}{(dns.DmarcRua is { } rua ? $"; rua={rua}" : "")}";
}
