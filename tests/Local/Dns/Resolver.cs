using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using DnsClient;

namespace SesCompliance.Tests.Local.Dns;

/// <summary>Asks a server as programs do, with the DnsClient package, and with bytes of the test's own.</summary>
internal static class Resolver
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<IDnsQueryResponse> AskAsync(IPEndPoint server, string name, QueryType type, bool overTcp = false, int payload = 4096, TimeSpan? timeout = null) =>
        new LookupClient(new LookupClientOptions(server)
        {
            UseCache = false,
            UseTcpOnly = overTcp,
            Retries = 0,
            Timeout = timeout ?? TimeSpan.FromSeconds(5),
            ExtendedDnsBufferSize = payload,
        }).QueryAsync(name, type, QueryClass.IN, Cancellation);

    /// <summary>Sends bytes over UDP and takes the answer.</summary>
    public static async Task<byte[]> SendAsync(IPEndPoint server, byte[] message)
    {
        using var client = new UdpClient();
        client.Connect(server);
        await client.SendAsync(message, Cancellation);
        return (await client.ReceiveAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Cancellation)).Buffer;
    }

    /// <summary>A question with a header of its own: id 0x1234, and by default a standard query.</summary>
    public static byte[] Query(string name, int type, int flags = 0x0100, int @class = 1, byte[]? additional = null)
    {
        List<byte> bytes = [0x12, 0x34, .. Word(flags), 0, 1, 0, 0, 0, 0, 0, (byte)(additional is null ? 0 : 1)];
        foreach (var label in name.Split('.'))
        {
            bytes.Add((byte)label.Length);
            bytes.AddRange(System.Text.Encoding.Latin1.GetBytes(label));
        }

        return [.. bytes, 0, .. Word(type), .. Word(@class), .. additional ?? []];
    }

    public static byte[] Opt(int payload, byte version = 0) => [0, 0, 41, .. Word(payload), 0, version, 0, 0, 0, 0];

    public static int ReadWord(byte[] message, int place) => BinaryPrimitives.ReadUInt16BigEndian(message.AsSpan(place));

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];
}
