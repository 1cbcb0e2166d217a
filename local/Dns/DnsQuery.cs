namespace SesCompliance.Local.Dns;

/// <summary>What is asked, of class IN.</summary>
/// <param name="Name">In the letters of whoever asks.</param>
public sealed record DnsQuestion(DnsName Name, RecordType Type);

/// <summary>A message that asks, as far as it could be read.</summary>
/// <param name="Flags">The header's second word.</param>
/// <param name="Flaw">Why it is not answered from the zones.</param>
internal sealed record DnsQuery(ushort Id, ushort Flags, DnsQuestion? Question = null, ushort Class = 0, Edns? Edns = null, ResponseCode? Flaw = null);

/// <summary>What a client says of itself by EDNS (RFC 6891).</summary>
/// <param name="PayloadBytes">The largest UDP answer that it takes.</param>
internal sealed record Edns(ushort PayloadBytes, byte Version);
