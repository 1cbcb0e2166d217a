using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SesCompliance.Local.Dns;

/// <summary>What a record says, by its type.</summary>
public abstract record RecordData(RecordType Type)
{
    /// <summary>Reads a value as Route 53 takes it.</summary>
    /// <exception cref="FormatException">It is not what the type takes.</exception>
    public static RecordData Parse(RecordType type, string value) => (type, value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        (RecordType.TXT, _) => TxtText.Parse(value),
        (RecordType.A, [var address]) when Address(address, AddressFamily.InterNetwork) is { } known => new AddressData(known),
        (RecordType.AAAA, [var address]) when Address(address, AddressFamily.InterNetworkV6) is { } known => new AddressData(known),
        (RecordType.CNAME or RecordType.NS, [var target]) => new HostData(type, DnsName.Parse(target)),
        (RecordType.MX, [var preference, var exchange]) when ushort.TryParse(preference, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            new MxData(number, DnsName.Parse(exchange)),
        (RecordType.SOA, [var server, var mailbox, .. { Length: 5 } numbers]) when numbers.All(number => uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)) =>
            new SoaData(DnsName.Parse(server), DnsName.Parse(mailbox), [.. numbers.Select(number => uint.Parse(number, CultureInfo.InvariantCulture))]),
        _ => throw new FormatException($"'{value}' is not what a record of type {type} takes"),
    };

    private static IPAddress? Address(string text, AddressFamily family) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == family && (family == AddressFamily.InterNetworkV6 || text.Split('.').Length == 4) ? address : null;
}

/// <summary>A or AAAA.</summary>
public sealed record AddressData(IPAddress Address) : RecordData(Address.AddressFamily == AddressFamily.InterNetwork ? RecordType.A : RecordType.AAAA);

/// <summary>CNAME or NS.</summary>
public sealed record HostData(RecordType HostType, DnsName Target) : RecordData(HostType);

public sealed record MxData(ushort Preference, DnsName Exchange) : RecordData(RecordType.MX);

/// <param name="Numbers">Serial, refresh, retry, expire and minimum; but for the serial, seconds.</param>
public sealed record SoaData(DnsName Server, DnsName Mailbox, IReadOnlyList<uint> Numbers) : RecordData(RecordType.SOA)
{
    /// <summary>Seconds that a resolver may remember that there is nothing (RFC 2308).</summary>
    public uint Minimum => Numbers[^1];
}

/// <param name="Strings">Of at most 255 bytes, one character a byte.</param>
public sealed record TxtData(IReadOnlyList<string> Strings) : RecordData(RecordType.TXT);
