using SesCompliance.Local.Dns;

namespace SesCompliance.Local.Route53;

/// <summary>What Route 53 puts into a zone when it is made: its name servers and its start of authority, with Route 53's own times. The server is this cloud's.</summary>
internal static class ZoneAuthority
{
    private const uint SoaTtlSeconds = 900;
    private const uint NsTtlSeconds = 172800;

    private static readonly DnsName ServersDomain = DnsName.Parse("route53.test");
    private static readonly DnsName Server = DnsName.Parse("ns.route53.test");

    /// <summary>The zone in which the name server has its address.</summary>
    public static DnsZone Servers { get; } =
        new(ServersDomain, [.. Records(ServersDomain), new ResourceRecord(Server, NsTtlSeconds, RecordData.Parse(RecordType.A, "127.0.0.1"))]);

    public static IEnumerable<ResourceRecord> Records(DnsName zone) =>
    [
        new(zone, SoaTtlSeconds, new SoaData(Server, DnsName.Parse("awsdns-hostmaster.amazon.com"), [1, 7200, 900, 1209600, 86400])),
        new(zone, NsTtlSeconds, new HostData(RecordType.NS, Server)),
    ];
}
