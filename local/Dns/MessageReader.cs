using System.Buffers.Binary;
using System.Text;

namespace SesCompliance.Local.Dns;

/// <summary>Reads a query (RFC 1035, section 4). What is no query gives null, a query of another form its flaw; nothing throws.</summary>
internal ref struct MessageReader
{
    public const int HeaderBytes = 12;

    private const int QuestionCount = 4;
    private const int PointerMask = 0xC0;

    private readonly ReadOnlySpan<byte> message;
    private int at;

    private MessageReader(ReadOnlySpan<byte> message)
    {
        this.message = message;
        at = HeaderBytes;
    }

    public static DnsQuery? Read(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeaderBytes || (message[2] & 0x80) != 0)
        {
            return null;
        }

        var query = new DnsQuery(BinaryPrimitives.ReadUInt16BigEndian(message), BinaryPrimitives.ReadUInt16BigEndian(message[2..]));
        if ((query.Flags & HeaderFlags.OpcodeMask) != 0)
        {
            return query with { Flaw = ResponseCode.NotImplemented };
        }

        return new MessageReader(message).Body(query);
    }

    private DnsQuery Body(DnsQuery query)
    {
        var malformed = query with { Flaw = ResponseCode.FormatError };
        if (Count(QuestionCount) != 1 || !TryName(out var name) || !TryWord(out var type) || !TryWord(out var @class))
        {
            return malformed;
        }

        query = query with { Question = new DnsQuestion(name, (RecordType)type), Class = @class };
        malformed = query with { Flaw = ResponseCode.FormatError };
        for (var records = Count(6) + Count(8) + Count(10); records > 0; records--)
        {
            if (!TryRecord(out var edns) || (edns is not null && query.Edns is not null))
            {
                return malformed;
            }

            query = query with { Edns = edns ?? query.Edns };
        }

        return query.Edns is { Version: > 0 } ? query with { Flaw = ResponseCode.BadVersion } : query;
    }

    private readonly int Count(int place) => BinaryPrimitives.ReadUInt16BigEndian(message[place..]);

    /// <summary>Reads past a record; one of type OPT says EDNS in its class and TTL.</summary>
    private bool TryRecord(out Edns? edns)
    {
        edns = null;
        if (!TryName(out var name) || !TryWord(out var type) || !TryWord(out var @class) || !TryWord(out var high) || !TryWord(out _) || !TryWord(out var length) || at + length > message.Length)
        {
            return false;
        }

        at += length;
        if (type != (int)RecordType.OPT)
        {
            return true;
        }

        edns = new Edns(@class, (byte)high);
        return name.Labels.Count == 0;
    }

    private bool TryWord(out ushort word)
    {
        word = at + 2 <= message.Length ? BinaryPrimitives.ReadUInt16BigEndian(message[at..]) : (ushort)0;
        at += 2;
        return at <= message.Length;
    }

    /// <summary>Pointers must lead back, each before the last, so that none goes round.</summary>
    private bool TryName(out DnsName name)
    {
        name = DnsName.Root;
        var labels = new List<string>();
        var (place, end, limit, bytes) = (at, -1, at, 1);
        while (place < message.Length)
        {
            var length = message[place];
            if (length == 0)
            {
                at = end < 0 ? place + 1 : end;
                name = DnsName.Of(labels);
                return true;
            }

            if ((length & PointerMask) == PointerMask)
            {
                if (place + 1 >= message.Length)
                {
                    return false;
                }

                end = end < 0 ? place + 2 : end;
                place = BinaryPrimitives.ReadUInt16BigEndian(message[place..]) & 0x3FFF;
                if (place >= limit)
                {
                    return false;
                }

                limit = place;
                continue;
            }

            bytes += length + 1;
            if ((length & PointerMask) != 0 || place + 1 + length > message.Length || bytes > 255)
            {
                return false;
            }

            labels.Add(Encoding.Latin1.GetString(message.Slice(place + 1, length)));
            place += length + 1;
        }

        return false;
    }
}
