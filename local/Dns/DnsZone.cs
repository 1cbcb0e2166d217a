namespace SesCompliance.Local.Dns;

/// <summary>A zone's records, found by name as RFC 1034 (section 4.3.2) and RFC 4592 (wildcards) say.</summary>
public sealed class DnsZone
{
    private readonly ILookup<DnsName, ResourceRecord> records;

    /// <summary>Every name with a record, and those between them and the zone's own, which are there without having any.</summary>
    private readonly HashSet<DnsName> names = [];

    /// <exception cref="ArgumentException">A record is outside the zone.</exception>
    public DnsZone(DnsName name, IEnumerable<ResourceRecord> records)
    {
        Name = name;
        this.records = records.ToLookup(record => record.Name);
        names.Add(name);
        foreach (var owner in this.records.Select(group => group.Key))
        {
            if (!owner.IsWithin(name))
            {
                throw new ArgumentException($"{owner} is not in zone {name}", nameof(records));
            }

            for (var at = owner; at.Labels.Count > name.Labels.Count; at = at.Parent)
            {
                names.Add(at);
            }
        }
    }

    public DnsName Name { get; }

    /// <summary>A zone of records with values as Route 53 takes them, such as <c>10 mx.example.com</c> and <c>"v=spf1 -all"</c>, whole names, and five minutes to live.</summary>
    /// <exception cref="FormatException">A name or value is not what its type takes.</exception>
    public static DnsZone Of(string name, params IEnumerable<(string Name, RecordType Type, string Value)> records)
    {
        const uint ttlSeconds = 300;
        return new DnsZone(DnsName.Parse(name), records.Select(record => new ResourceRecord(DnsName.Parse(record.Name), ttlSeconds, RecordData.Parse(record.Type, record.Value))));
    }

    /// <summary>The record that goes with every "there is nothing", its TTL as RFC 2308 (section 3) has it. A broken zone has none.</summary>
    public IReadOnlyList<ResourceRecord> Negative =>
    [
        .. records[Name].Where(record => record.Data is SoaData).Select(record => record with { Ttl = Math.Min(record.Ttl, ((SoaData)record.Data).Minimum) }),
    ];

    /// <summary>The name servers of the part that was given away, if the name is in one.</summary>
    public IReadOnlyList<ResourceRecord> Delegation(DnsName name)
    {
        for (var length = Name.Labels.Count + 1; length <= name.Labels.Count; length++)
        {
            if (records[name.Last(length)].Where(record => record.Type == RecordType.NS).ToList() is { Count: > 0 } servers)
            {
                return servers;
            }
        }

        return [];
    }

    /// <summary>The records of a name, a wildcard's under the name that was asked; null where there is no such name.</summary>
    public IReadOnlyList<ResourceRecord>? Find(DnsName name)
    {
        if (names.Contains(name))
        {
            return [.. records[name]];
        }

        var encloser = name.Parent;
        while (!names.Contains(encloser))
        {
            encloser = encloser.Parent;
        }

        // A wildcard too long to exist would be a name of more than 255 bytes; the encloser is shorter than the name asked, so it never is.
        var wildcard = encloser.Child("*");
        return names.Contains(wildcard) ? [.. records[wildcard].Select(record => record with { Name = name })] : null;
    }
}
