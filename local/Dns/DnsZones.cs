namespace SesCompliance.Local.Dns;

/// <summary>What an authoritative server says of its zones. CNAMEs are followed as long as they stay in them.</summary>
public static class DnsZones
{
    private const int LongestChain = 16;

    public static DnsReply Answer(IReadOnlyCollection<DnsZone> zones, DnsQuestion question)
    {
        if (question.Type is RecordType.AXFR or RecordType.IXFR)
        {
            return DnsReply.Refused;
        }

        var answers = new List<ResourceRecord>();
        var name = question.Name;
        for (var steps = 0; steps < LongestChain && Zone(zones, name) is { } zone; steps++)
        {
            if (zone.Delegation(name) is { Count: > 0 } servers)
            {
                return new DnsReply { IsAuthoritative = answers.Count > 0, Answers = answers, Authority = servers, Additional = Addresses(zone, servers) };
            }

            if (zone.Find(name) is not { } found)
            {
                return new DnsReply(ResponseCode.NameError) { Answers = answers, Authority = zone.Negative };
            }

            var fitting = Fitting(found, question.Type);
            answers.AddRange(fitting);
            if (fitting.Count == 0)
            {
                return new DnsReply { Answers = answers, Authority = zone.Negative };
            }

            if (fitting is not [{ Data: HostData { Type: RecordType.CNAME } alias }] || question.Type is RecordType.CNAME or RecordType.ANY)
            {
                return new DnsReply { Answers = answers };
            }

            if (answers.Any(answer => answer.Name.Equals(alias.Target)))
            {
                // The chain goes round; whoever asked sees it.
                return new DnsReply { Answers = answers };
            }

            name = alias.Target;
        }

        return answers.Count > 0 ? new DnsReply { Answers = answers } : DnsReply.Refused;
    }

    private static DnsZone? Zone(IEnumerable<DnsZone> zones, DnsName name) =>
        zones.Where(zone => name.IsWithin(zone.Name)).MaxBy(zone => zone.Name.Labels.Count);

    /// <summary>The set of the type, or the CNAME that stands for it. ANY gets one set of those that are there (RFC 8482, section 4.1).</summary>
    private static List<ResourceRecord> Fitting(IReadOnlyList<ResourceRecord> found, RecordType type)
    {
        var wanted = type == RecordType.ANY && found.Count > 0 ? found[0].Type : type;
        List<ResourceRecord> ofType = [.. found.Where(record => record.Type == wanted)];
        return ofType.Count > 0 ? ofType : [.. found.Where(record => record.Type == RecordType.CNAME)];
    }

    /// <summary>Addresses of name servers below a delegation, without which nobody would find them.</summary>
    private static List<ResourceRecord> Addresses(DnsZone zone, IEnumerable<ResourceRecord> servers) =>
    [
        .. servers.Select(server => ((HostData)server.Data).Target).Where(target => target.IsWithin(zone.Name))
            .SelectMany(target => zone.Find(target) ?? []).Where(record => record.Data is AddressData),
    ];
}
