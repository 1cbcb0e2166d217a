using SesCompliance.Local.Dns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Route53;

/// <summary>The account's hosted zones and their records.</summary>
public sealed class Zones
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Domain, List<RecordSet> Records)> zones = [];
    private IReadOnlyList<DnsZone>? served;

    /// <summary>Every record set of every zone.</summary>
    public IReadOnlyList<RecordSet> Records
    {
        get
        {
            lock (gate)
            {
                return [.. zones.Values.SelectMany(zone => zone.Records)];
            }
        }
    }

    /// <summary>Every zone as it is answered over DNS, with the records that Route 53 itself puts into it.</summary>
    public IReadOnlyList<DnsZone> Served
    {
        get
        {
            lock (gate)
            {
                return served ??= [ZoneAuthority.Servers, .. zones.Values.Select(zone => Serve(DnsName.Parse(zone.Domain), zone.Records))];
            }
        }
    }

    /// <summary>Makes an empty zone, unless there is one of this id.</summary>
    public void Ensure(string id, string domain)
    {
        lock (gate)
        {
            zones.TryAdd(id, (domain, []));
            served = null;
        }
    }

    /// <exception cref="AwsException"><c>NoSuchHostedZone</c>; <c>InvalidChangeBatch</c>: the name is outside the zone or taken, or a value is not what the type takes.</exception>
    public void Add(string id, RecordSet record)
    {
        lock (gate)
        {
            if (!zones.TryGetValue(id, out var zone))
            {
                throw new AwsException("NoSuchHostedZone", $"No hosted zone found with ID: {id}", 404);
            }

            if (Flaw(zone.Domain, zone.Records, record) is { } flaw)
            {
                throw new AwsException("InvalidChangeBatch", $"[{flaw}]");
            }

            zone.Records.Add(record);
            served = null;
        }
    }

    private static DnsZone Serve(DnsName domain, IEnumerable<RecordSet> records) =>
        new(domain, [.. ZoneAuthority.Records(domain), .. records.SelectMany(record => record.Values.Select(value => Read(record, value)))]);

    private static string? Flaw(string domain, List<RecordSet> records, RecordSet record)
    {
        var known = $"resource record set [name='{record.Name}.', type='{record.Type}']";
        if (record.Name != domain && !record.Name.EndsWith("." + domain, StringComparison.Ordinal))
        {
            return $"RRSet with DNS name {record.Name}. is not permitted in zone {domain}.";
        }

        if (records.Exists(other => other.Name == record.Name && other.Type == record.Type))
        {
            return $"Tried to create {known} but it already exists";
        }

        if (records.Exists(other => other.Name == record.Name && (other.Type == "CNAME" || record.Type == "CNAME")) || (record.Type == "CNAME" && record.Name == domain))
        {
            return $"RRSet of type {record.Type} with DNS name {record.Name}. is not permitted as it conflicts with other records with the same DNS name in zone {domain}.";
        }

        return !IsValid(record) ? $"Invalid Resource Record: the {known} has a value of another form" : null;
    }

    private static bool IsValid(RecordSet record)
    {
        try
        {
            return record.Values.Count > 0 && record.Values.All(value => value.Length > 0 && Read(record, value) is not null);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Pulumi's provider puts a TXT value into quotation marks before Route 53 sees it.</summary>
    private static ResourceRecord Read(RecordSet record, string value)
    {
        var type = Enum.TryParse<RecordType>(record.Type, out var known) ? known : throw new FormatException($"there is no type {record.Type}");
        return new(DnsName.Parse(record.Name), (uint)record.Ttl, RecordData.Parse(type, type == RecordType.TXT ? $"\"{value}\"" : value));
    }
}
