using System.Net.Sockets;
using SesCompliance.Local.Dns;

namespace SesCompliance.Tests.Local.Dns;

/// <summary>Messages that no resolver library would send.</summary>
public class RawMessageTests
{
    private const int TxtType = 16;
    private const int FormatError = 1;

    private static readonly DnsZone Zone = DnsZone.Of("example.com", ("www.example.com", RecordType.TXT, "\"text\""));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_question_comes_back_in_its_own_letters_and_the_answer_points_to_it()
    {
        await using var server = Start();
        var query = Resolver.Query("wWw.eXaMpLe.cOm", TxtType);
        var reply = await Resolver.SendAsync(server.EndPoint, query);

        Assert.Equal(query[12..], reply[12..query.Length]);
        Assert.Equal((0x1234, 0x8500), (Resolver.ReadWord(reply, 0), Resolver.ReadWord(reply, 2)));
        Assert.Equal((1, 0, 0), (Resolver.ReadWord(reply, 6), Resolver.ReadWord(reply, 8), Resolver.ReadWord(reply, 10)));
        Assert.Equal(0xC00C, Resolver.ReadWord(reply, query.Length));
        Assert.Equal("\u0004text"u8, reply.AsSpan(reply.Length - 5));
    }

    [Fact]
    public async Task An_unknown_opcode_is_not_implemented()
    {
        await using var server = Start();
        var reply = await Resolver.SendAsync(server.EndPoint, Resolver.Query("www.example.com", TxtType, flags: 0x2800));

        Assert.Equal(0xA804, Resolver.ReadWord(reply, 2));
    }

    [Fact]
    public async Task A_newer_EDNS_version_is_a_bad_version_and_another_class_is_refused()
    {
        await using var server = Start();
        var versioned = await Resolver.SendAsync(server.EndPoint, Resolver.Query("www.example.com", TxtType, additional: Resolver.Opt(1232)));
        Assert.Equal((1, 1), (Resolver.ReadWord(versioned, 6), Resolver.ReadWord(versioned, 10)));

        var bad = await Resolver.SendAsync(server.EndPoint, Resolver.Query("www.example.com", TxtType, additional: Resolver.Opt(1232, version: 1)));
        Assert.Equal((0, 1), (bad[3] & 0xF, bad[^6]));

        var chaos = await Resolver.SendAsync(server.EndPoint, Resolver.Query("www.example.com", TxtType, @class: 3));
        Assert.Equal(5, chaos[3] & 0xF);
    }

    [Theory]
    [InlineData("no question", "123401000000000000000000")]
    [InlineData("two questions", "123401000002000000000000 0377777700 00100001 0377777700 00100001")]
    [InlineData("question cut off", "123401000001000000000000 03777777")]
    [InlineData("label longer than the message", "123401000001000000000000 3f7777")]
    [InlineData("reserved label type", "123401000001000000000000 8377777700 00100001")]
    [InlineData("pointer to itself", "123401000001000000000000 c00c 00100001")]
    [InlineData("pointer forward", "123401000001000000000000 c020 00100001")]
    [InlineData("record cut off", "123401000001000000000001 0377777700 00100001 0000290400")]
    [InlineData("two OPT records", "123401000001000000000002 0377777700 00100001 0000290400000000000000 0000290400000000000000")]
    public async Task A_malformed_query_is_told_so(string flaw, string hex)
    {
        await using var server = Start();
        var reply = await Resolver.SendAsync(server.EndPoint, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

        Assert.True((reply[3] & 0xF) == FormatError, flaw);
        Assert.Equal(0x1234, Resolver.ReadWord(reply, 0));
    }

    [Fact]
    public async Task Whatever_comes_the_server_goes_on_without_an_error()
    {
        await using var server = Start();
        using var client = new UdpClient();
        client.Connect(server.EndPoint);
        var random = new Random(20261124);
        var sound = Resolver.Query("www.example.com", TxtType, additional: Resolver.Opt(1232));
        for (var round = 0; round < 3000; round++)
        {
            byte[] message = round % 3 == 0 ? new byte[random.Next(0, 80)] : [.. sound[..random.Next(1, sound.Length + 1)]];
            if (round % 3 == 0)
            {
                random.NextBytes(message);
            }
            else
            {
                message[random.Next(message.Length)] = (byte)random.Next(256);
                message[random.Next(message.Length)] = (byte)random.Next(256);
            }

            await client.SendAsync(message, Cancellation);
        }

        var reply = await Resolver.SendAsync(server.EndPoint, sound);

        Assert.Equal(1, Resolver.ReadWord(reply, 6));
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task A_connection_takes_several_questions_however_their_bytes_arrive()
    {
        await using var server = Start();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.EndPoint, Cancellation);
        var stream = client.GetStream();
        var query = Resolver.Query("www.example.com", TxtType);
        byte[] framed = [0, (byte)query.Length, .. query];

        foreach (var piece in new[] { framed[..1], framed[1..9], [.. framed[9..], .. framed] })
        {
            await stream.WriteAsync(piece, Cancellation);
        }

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, Cancellation);
            var reply = new byte[Resolver.ReadWord(length, 0)];
            await stream.ReadExactlyAsync(reply, Cancellation);
            Assert.Equal(1, Resolver.ReadWord(reply, 6));
        }
    }

    private static DnsServer Start() => DnsServer.Start(question => DnsZones.Answer([Zone], question));
}
