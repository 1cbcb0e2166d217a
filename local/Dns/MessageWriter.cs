using System.Text;

namespace SesCompliance.Local.Dns;

/// <summary>Writes the answer to a query, its names compressed (RFC 1035, section 4.1.4).</summary>
internal sealed class MessageWriter
{
    private const int InternetClass = 1;
    private const int PointerReach = 0x4000;

    /// <summary>What this server takes over UDP itself, and the most that it sends so.</summary>
    public const int PayloadBytes = 4096;

    private readonly List<byte> bytes = [];
    private readonly Dictionary<DnsName, int> places = [];

    private MessageWriter()
    {
    }

    /// <summary>The message whole; or, where it is longer than the limit, cut down to a header that says so.</summary>
    /// <param name="limit">Bytes.</param>
    public static byte[] Write(DnsQuery query, DnsReply reply, int limit)
    {
        var whole = new MessageWriter().Message(query, reply, isTruncated: false);
        return whole.Length <= limit ? whole : Truncated(query, reply);
    }

    public static byte[] Truncated(DnsQuery query, DnsReply reply) =>
        new MessageWriter().Message(query, reply with { Answers = [], Authority = [], Additional = [] }, isTruncated: true);

    private byte[] Message(DnsQuery query, DnsReply reply, bool isTruncated)
    {
        Word(query.Id);
        Word(HeaderFlags.Response | (query.Flags & (HeaderFlags.OpcodeMask | HeaderFlags.RecursionDesired)) | (reply.IsAuthoritative ? HeaderFlags.Authoritative : 0)
            | (isTruncated ? HeaderFlags.Truncated : 0) | ((int)reply.Code & 0xF));
        Word(query.Question is null ? 0 : 1);
        Word(reply.Answers.Count);
        Word(reply.Authority.Count);
        Word(reply.Additional.Count + (query.Edns is null ? 0 : 1));
        if (query.Question is { } question)
        {
            Name(question.Name);
            Word((int)question.Type);
            Word(query.Class);
        }

        foreach (var record in reply.Answers.Concat(reply.Authority).Concat(reply.Additional))
        {
            Record(record);
        }

        if (query.Edns is not null)
        {
            bytes.Add(0);
            Word((int)RecordType.OPT);
            Word(PayloadBytes);
            Word((int)reply.Code >> 4 << 8);
            Word(0);
            Word(0);
        }

        return [.. bytes];
    }

    private void Record(ResourceRecord record)
    {
        Name(record.Name);
        Word((int)record.Type);
        Word(InternetClass);
        Number(record.Ttl);
        var lengthPlace = bytes.Count;
        Word(0);
        Data(record.Data);
        var length = checked((ushort)(bytes.Count - lengthPlace - 2));
        (bytes[lengthPlace], bytes[lengthPlace + 1]) = ((byte)(length >> 8), (byte)length);
    }

    private void Data(RecordData data)
    {
        switch (data)
        {
            case AddressData address:
                bytes.AddRange(address.Address.GetAddressBytes());
                break;
            case HostData host:
                Name(host.Target);
                break;
            case MxData mx:
                Word(mx.Preference);
                Name(mx.Exchange);
                break;
            case SoaData soa:
                Name(soa.Server);
                Name(soa.Mailbox);
                foreach (var number in soa.Numbers)
                {
                    Number(number);
                }

                break;
            case TxtData txt:
                foreach (var text in txt.Strings)
                {
                    Text(text);
                }

                break;
            default:
                throw new NotSupportedException($"{data.GetType().Name} has no form on the wire");
        }
    }

    /// <summary>Writes labels until the rest of the name stands in the message already; the rest is a pointer to it.</summary>
    private void Name(DnsName name)
    {
        for (; name.Labels.Count > 0; name = name.Parent)
        {
            if (places.TryGetValue(name, out var place))
            {
                Word(0xC000 | place);
                return;
            }

            if (bytes.Count < PointerReach)
            {
                places[name] = bytes.Count;
            }

            Text(name.Labels[0]);
        }

        bytes.Add(0);
    }

    private void Text(string text)
    {
        bytes.Add(checked((byte)text.Length));
        bytes.AddRange(Encoding.Latin1.GetBytes(text));
    }

    private void Word(int value) => bytes.AddRange((byte)(value >> 8), (byte)value);

    private void Number(uint value)
    {
        Word((int)(value >> 16));
        Word((int)(value & ushort.MaxValue));
    }
}
