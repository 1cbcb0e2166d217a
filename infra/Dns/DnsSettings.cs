using System.Text.RegularExpressions;

namespace SesCompliance.Infra;

/// <summary>What DNS must say of the domain, and who writes it there.</summary>
public sealed partial record DnsSettings
{
    /// <summary>The envelope sender's domain, which takes bounces and does nothing else; null leaves it to amazonses.com.</summary>
    public string? MailFromDomain { get; init; }

    /// <summary>The id of the Route 53 hosted zone that the records go into; null: the output <c>dnsRecords</c> lists them to be added by hand.</summary>
    public string? HostedZone { get; init; }

    public DmarcPolicy DmarcPolicy { get; init; }

    /// <summary>Where receivers send DMARC's aggregate reports, e.g. <c>mailto:dmarc@example.com</c>; null: nowhere.</summary>
    public string? DmarcRua { get; init; }

    /// <summary>The whole TXT record set of the domain's own name; null leaves that name alone.</summary>
    public ApexTxt? Apex { get; init; }

    private static readonly string[] Keys = ["mailFromSubdomain", "hostedZone", "dmarcPolicy", "dmarcRua", "apexSpf"];

    /// <summary>Null where the identity is somebody else's: its records are, too, and a key that asks for one is refused.</summary>
    internal static DnsSettings? Read(SettingsReader read, IdentityMode identityMode, string domain)
    {
        if (identityMode == IdentityMode.Reference)
        {
            foreach (var key in Keys.Where(read.Has))
            {
                read.Refuse($"{StackSettings.Namespace}:{key} is set, but identityMode is reference: the domain's records belong to the stack that creates the identity");
            }

            return null;
        }

        var subdomain = read.Optional("mailFromSubdomain", "bounce", Labels(), "one label in lower case, such as bounce, or off");
        return new DnsSettings
        {
            MailFromDomain = subdomain == "off" ? null : $"{subdomain}.{domain}",
            HostedZone = read.Optional("hostedZone", null, ZoneIds(), "the id of a Route 53 hosted zone, such as Z0123456789ABCDEFGHIJ"),
            DmarcPolicy = read.Choice("dmarcPolicy", DmarcPolicy.Quarantine),
            DmarcRua = read.Optional("dmarcRua", null, Mailtos(), "mailto: and one address, such as mailto:dmarc@example.com"),
            Apex = ApexTxt.Read(read),
        };
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex Labels();

    [GeneratedRegex("^Z[A-Z0-9]{1,31}$")]
    private static partial Regex ZoneIds();

    // No comma, semicolon or exclamation mark: each means something in a DMARC record.
    [GeneratedRegex(@"^mailto:[A-Za-z0-9._%+-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$")]
    private static partial Regex Mailtos();
}

/// <summary>What receivers are asked to do with mail that fails DMARC.</summary>
public enum DmarcPolicy
{
    None,
    Quarantine,
    Reject,
}
