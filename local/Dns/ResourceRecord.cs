namespace SesCompliance.Local.Dns;

/// <param name="Ttl">Seconds.</param>
public sealed record ResourceRecord(DnsName Name, uint Ttl, RecordData Data)
{
    public RecordType Type => Data.Type;
}
