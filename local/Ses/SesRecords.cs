using System.Security.Cryptography;
using SesCompliance.Local.Dns;
using SesCompliance.Local.Route53;

namespace SesCompliance.Local.Ses;

/// <summary>The records that SES publishes itself, to which those of an identity's owner point, and those of the domain that takes mail here.</summary>
internal sealed class SesRecords(IdentityStore identities)
{
    private const uint TtlSeconds = 900;

    private static readonly DnsName Domain = DnsName.Parse("amazonses.com");

    /// <summary>TEST-NET-1 (RFC 5737) stands for SES's addresses: no mail leaves this machine.</summary>
    private static readonly ResourceRecord[] Fixed =
    [
        .. ZoneAuthority.Records(Domain),
        Record("amazonses.com", RecordType.TXT, "\"v=spf1 ip4:192.0.2.0/24 -all\""),
        Record($"feedback-smtp.{Account.Region}.amazonses.com", RecordType.A, "192.0.2.10"),
    ];

    private static readonly DnsZone Recipients = new(
        DnsName.Parse("recipients.test"),
        [
            .. ZoneAuthority.Records(DnsName.Parse("recipients.test")),
            Record("recipients.test", RecordType.MX, "10 mx.recipients.test"),
            Record("mx.recipients.test", RecordType.A, "192.0.2.25"),
        ]);

    private readonly Lazy<TxtData> key1024 = new(() => NewKey(1024));
    private readonly Lazy<TxtData> key2048 = new(() => NewKey(2048));

    public IReadOnlyList<DnsZone> Zones =>
    [
        new(Domain, [.. Fixed, .. identities.All.Select(identity => identity.Dkim).OfType<DkimAttributes>().SelectMany(Keys)]),
        Recipients,
    ];

    private IEnumerable<ResourceRecord> Keys(DkimAttributes dkim) => dkim.Tokens.Select(token => new ResourceRecord(
        DnsName.Parse($"{token}.{dkim.SigningHostedZone}"), TtlSeconds, dkim.KeyLength == "RSA_1024_BIT" ? key1024.Value : key2048.Value));

    /// <summary>RFC 6376, section 3.6.1, in strings of at most 255 bytes.</summary>
    private static TxtData NewKey(int bits)
    {
        using var rsa = RSA.Create(bits);
        var text = $"v=DKIM1; k=rsa; p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}";
        return new TxtData([.. text.Chunk(255).Select(part => new string(part))]);
    }

    private static ResourceRecord Record(string name, RecordType type, string value) => new(DnsName.Parse(name), TtlSeconds, RecordData.Parse(type, value));
}
