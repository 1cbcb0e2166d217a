using System.Net;
using System.Net.Sockets;
using DnsClient;
using SesCompliance.Local.Dns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Dns;

/// <summary>What a resolver hears of zones, right and broken ones.</summary>
public class DnsServerTests
{
    private static readonly DnsZone Zone = DnsZone.Of(
        "example.com",
        ("example.com", RecordType.SOA, "ns.example.com hostmaster.example.com 7 7200 900 1209600 300"),
        ("example.com", RecordType.NS, "ns.example.com"),
        ("example.com", RecordType.MX, "10 mx.example.com"),
        ("example.com", RecordType.TXT, "\"v=spf1 -all\""),
        ("ns.example.com", RecordType.A, "192.0.2.1"),
        ("ns.example.com", RecordType.AAAA, "2001:db8::1"),
        ("parts.example.com", RecordType.TXT, "\"one \" \"two\"\"thr\\145e \\\"\\\\\""),
        ("www.example.com", RecordType.CNAME, "host.example.net"),
        ("away.example.com", RecordType.CNAME, "host.example.org"),
        ("a.deep.example.com", RecordType.A, "192.0.2.2"),
        ("*.wild.example.com", RecordType.TXT, "\"any\""),
        ("ring.example.com", RecordType.CNAME, "gnir.example.com"),
        ("gnir.example.com", RecordType.CNAME, "ring.example.com"),
        ("given.example.com", RecordType.NS, "ns.given.example.com"),
        ("ns.given.example.com", RecordType.A, "192.0.2.3"));

    private static readonly DnsZone Other = DnsZone.Of("example.net", ("host.example.net", RecordType.A, "192.0.2.4"));

    [Theory]
    [InlineData("example.com", QueryType.SOA, "example.com. 300 IN SOA ns.example.com. hostmaster.example.com. 7 7200 900 1209600 300")]
    [InlineData("example.com", QueryType.NS, "example.com. 300 IN NS ns.example.com.")]
    [InlineData("example.com", QueryType.MX, "example.com. 300 IN MX 10 mx.example.com.")]
    [InlineData("ns.example.com", QueryType.A, "ns.example.com. 300 IN A 192.0.2.1")]
    [InlineData("ns.example.com", QueryType.AAAA, "ns.example.com. 300 IN AAAA 2001:db8::1")]
    [InlineData("away.example.com", QueryType.A, "away.example.com. 300 IN CNAME host.example.org.")]
    [InlineData("www.example.com", QueryType.A, "www.example.com. 300 IN CNAME host.example.net., host.example.net. 300 IN A 192.0.2.4")]
    [InlineData("www.example.com", QueryType.CNAME, "www.example.com. 300 IN CNAME host.example.net.")]
    [InlineData("ring.example.com", QueryType.A, "ring.example.com. 300 IN CNAME gnir.example.com., gnir.example.com. 300 IN CNAME ring.example.com.")]
    [InlineData("x.y.wild.example.com", QueryType.TXT, "x.y.wild.example.com. 300 IN TXT \"any\"")]
    [InlineData("ns.example.com", QueryType.ANY, "ns.example.com. 300 IN A 192.0.2.1")]
    public async Task A_record_is_told_over_UDP_and_TCP(string name, QueryType type, string expected)
    {
        await using var server = Start();
        foreach (var overTcp in new[] { false, true })
        {
            var response = await Resolver.AskAsync(server.EndPoint, name, type, overTcp);

            Assert.Equal(expected, string.Join(", ", response.Answers.Select(answer => answer.ToString())), ignoreWhiteSpaceDifferences: true);
            Assert.True(response.Header.HasAuthorityAnswer);
        }
    }

    [Theory]
    [InlineData("nobody.example.com", QueryType.A, DnsHeaderResponseCode.NotExistentDomain)]
    [InlineData("nobody.a.deep.example.com", QueryType.A, DnsHeaderResponseCode.NotExistentDomain)]
    [InlineData("ns.example.com", QueryType.TXT, DnsHeaderResponseCode.NoError)]
    [InlineData("deep.example.com", QueryType.A, DnsHeaderResponseCode.NoError)]
    [InlineData("wild.example.com", QueryType.TXT, DnsHeaderResponseCode.NoError)]
    [InlineData("x.wild.example.com", QueryType.A, DnsHeaderResponseCode.NoError)]
    public async Task That_there_is_nothing_is_told_with_the_zone_s_start_of_authority(string name, QueryType type, DnsHeaderResponseCode code)
    {
        await using var server = Start();
        var response = await Resolver.AskAsync(server.EndPoint, name, type);

        Assert.Equal(code, response.Header.ResponseCode);
        Assert.Empty(response.Answers);
        Assert.Equal("example.com.", Assert.Single(response.Authorities.SoaRecords()).DomainName.Value);
    }

    [Fact]
    public async Task A_TXT_value_s_strings_are_told_as_they_were_declared()
    {
        await using var server = Start();
        var response = await Resolver.AskAsync(server.EndPoint, "parts.example.com", QueryType.TXT);

        Assert.Equal(["one ", "two", "three \"\\"], Assert.Single(response.Answers.TxtRecords()).Text);
    }

    [Fact]
    public async Task A_part_that_was_given_away_is_told_by_its_name_servers()
    {
        await using var server = Start();
        var response = await Resolver.AskAsync(server.EndPoint, "www.given.example.com", QueryType.A);

        Assert.False(response.Header.HasAuthorityAnswer);
        Assert.Empty(response.Answers);
        Assert.Equal("ns.given.example.com.", Assert.Single(response.Authorities.NsRecords()).NSDName.Value);
        Assert.Equal("192.0.2.3", Assert.Single(response.Additionals.ARecords()).Address.ToString());
    }

    [Theory]
    [InlineData("example.org", QueryType.A)]
    [InlineData("notexample.com", QueryType.A)]
    [InlineData("example.com", QueryType.AXFR)]
    public async Task Somebody_else_s_zone_and_a_transfer_are_refused(string name, QueryType type)
    {
        await using var server = Start();
        var reply = await Resolver.SendAsync(server.EndPoint, Resolver.Query(name, (int)type));

        Assert.Equal((int)DnsHeaderResponseCode.Refused, reply[3] & 0xF);
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_is_cut_and_told_over_TCP()
    {
        var zone = DnsZone.Of("example.com", Enumerable.Range(0, 200).Select(number => ("example.com", RecordType.TXT, $"\"{number} {new string('x', 40)}\"")));
        await using var server = DnsServer.Start(question => DnsZones.Answer([zone], question));

        var plain = await Resolver.SendAsync(server.EndPoint, Resolver.Query("example.com", 16));
        Assert.True(plain.Length <= 512);
        Assert.Equal((0x02, 0), (plain[2] & 0x02, Resolver.ReadWord(plain, 6)));
        Assert.Equal(200, (await Resolver.AskAsync(server.EndPoint, "example.com", QueryType.TXT)).Answers.Count);
    }

    [Fact]
    public async Task The_payload_that_a_client_takes_is_used_in_full_and_not_exceeded()
    {
        var zone = DnsZone.Of("example.com", Enumerable.Range(0, 20).Select(number => ("example.com", RecordType.TXT, $"\"{number} {new string('x', 40)}\"")));
        await using var server = DnsServer.Start(question => DnsZones.Answer([zone], question));

        var whole = await Resolver.SendAsync(server.EndPoint, Resolver.Query("example.com", 16, additional: Resolver.Opt(4096)));
        var cut = await Resolver.SendAsync(server.EndPoint, Resolver.Query("example.com", 16, additional: Resolver.Opt(whole.Length - 1)));
        var exact = await Resolver.SendAsync(server.EndPoint, Resolver.Query("example.com", 16, additional: Resolver.Opt(whole.Length)));

        Assert.True(whole.Length > 512);
        Assert.Equal((20, 1), (Resolver.ReadWord(whole, 6), Resolver.ReadWord(whole, 10)));
        Assert.Equal((0x02, 0), (cut[2] & 0x02, Resolver.ReadWord(cut, 6)));
        Assert.Equal(whole, exact);
    }

    [Fact]
    public async Task A_test_may_let_single_names_fail()
    {
        await using var server = DnsServer.Start(question => question.Name.Text switch
        {
            "failing.example.com" => DnsReply.ServerFailure,
            "lame.example.com" => DnsReply.Lame,
            "silent.example.com" => null,
            "broken.example.com" => throw new InvalidOperationException("broken"),
            "long.example.com" => new DnsReply { IsTruncated = true, Answers = [new(question.Name, 60, RecordData.Parse(RecordType.TXT, "\"whole\""))] },
            _ => DnsZones.Answer([Zone], question),
        });

        Assert.Equal(DnsHeaderResponseCode.ServerFailure, (await Resolver.AskAsync(server.EndPoint, "failing.example.com", QueryType.A)).Header.ResponseCode);
        Assert.Equal(DnsHeaderResponseCode.ServerFailure, (await Resolver.AskAsync(server.EndPoint, "broken.example.com", QueryType.A)).Header.ResponseCode);
        Assert.Equal("broken", Assert.Single(server.Errors).Message);
        var lame = await Resolver.AskAsync(server.EndPoint, "lame.example.com", QueryType.A);
        Assert.Equal((DnsHeaderResponseCode.NoError, false, 0), (lame.Header.ResponseCode, lame.Header.HasAuthorityAnswer, lame.AllRecords.Count(record => record.RecordType != DnsClient.Protocol.ResourceRecordType.OPT)));
        Assert.Equal(["whole"], Assert.Single((await Resolver.AskAsync(server.EndPoint, "long.example.com", QueryType.TXT)).Answers.TxtRecords()).Text);
        await Assert.ThrowsAsync<DnsResponseException>(() => Resolver.AskAsync(server.EndPoint, "silent.example.com", QueryType.A, timeout: TimeSpan.FromMilliseconds(300)));
        Assert.NotEmpty((await Resolver.AskAsync(server.EndPoint, "ns.example.com", QueryType.A)).Answers);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_option_for_another()
    {
        await using var server = Start();
        var refusal = Assert.Throws<PortUnavailableException>(() => DnsServer.Start(_ => null, server.EndPoint.Port));
        Assert.StartsWith($"Port {server.EndPoint.Port} on 127.0.0.1 is not to be had", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("--dns-port", refusal.Message, StringComparison.Ordinal);

        using var udpOnly = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        udpOnly.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Assert.Throws<PortUnavailableException>(() => DnsServer.Start(_ => null, ((IPEndPoint)udpOnly.LocalEndPoint!).Port));
    }

    private static DnsServer Start() => DnsServer.Start(question => DnsZones.Answer([Zone, Other], question));
}
