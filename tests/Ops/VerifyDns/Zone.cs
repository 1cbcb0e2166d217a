using System.Security.Cryptography;
using SesCompliance.Local.Dns;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns;
using SesCompliance.Ops.VerifyDns.Dns;
using SesCompliance.Ops.VerifyDns.Ses;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>Records served over DNS; a test starts from those of a domain that is in order, example.com, and changes some.</summary>
internal sealed class Zone
{
    public static readonly string[] Tokens = ["t1", "t2", "t3"];

    private static readonly Lazy<string> Long = new(() => Key(2048));

    private readonly List<(string Name, string Type, string Value)> records = [];

    /// <summary>What the server does for some questions instead of answering them; null: it answers.</summary>
    public Func<DnsQuestion, (bool Strikes, DnsReply? Reply)>? Fault { get; init; }

    public static string LongKey => Long.Value;

    public static Zone Good(string domain = "example.com", string organization = "example.com")
    {
        var zone = new Zone();
        foreach (var token in Tokens)
        {
            zone.Add($"{token}._domainkey.{domain}", "CNAME", $"{token}.dkim.amazonses.com").Add($"{token}.dkim.amazonses.com", "TXT", LongKey);
        }

        return zone
            .Add(domain, "TXT", "v=spf1 include:amazonses.com ~all")
            .Add($"bounce.{domain}", "MX", "10 feedback-smtp.us-east-1.amazonses.com")
            .Add($"bounce.{domain}", "TXT", "v=spf1 include:amazonses.com ~all")
            .Add($"_dmarc.{organization}", "TXT", "v=DMARC1; p=quarantine");
    }

    public static Zone Good(Func<DnsQuestion, (bool Strikes, DnsReply? Reply)> fault)
    {
        var zone = new Zone { Fault = fault };
        zone.records.AddRange(Good().records);
        return zone;
    }

    /// <summary>A key as SES publishes it, in strings of at most 255 bytes.</summary>
    public static string Key(int bits)
    {
        using var rsa = RSA.Create(bits);
        return $"p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}";
    }

    /// <param name="value">A TXT value without quotation marks is split where it must be; with them it is as Route 53 takes it.</param>
    public Zone Add(string name, string type, string value)
    {
        records.Add((name, type, type == "TXT" && value.Length > 0 && value[0] != '"' ? string.Join(' ', value.Chunk(255).Select(part => $"\"{Escaped(new string(part))}\"")) : value));
        return this;
    }

    public Zone Set(string name, string type, params string[] values)
    {
        records.RemoveAll(record => record.Name == name && record.Type == type);
        foreach (var value in values)
        {
            Add(name, type, value);
        }

        return this;
    }

    public DnsServer Serve() => DnsServer.Start(Answer);

    /// <summary>What verify-dns says of the domain.</summary>
    public async Task<CheckReport> JudgeAsync(Subject? subject = null, SesView? view = null)
    {
        await using var server = Serve();
        return await JudgeAsync(server, subject, view);
    }

    public static Task<CheckReport> JudgeAsync(DnsServer server, Subject? subject = null, SesView? view = null) => DomainVerification.RunAsync(
        new Resolver(Resolver.Client(server.EndPoint, TimeSpan.FromSeconds(2))), subject ?? Of("example.com"), view ?? new SesView(SesWord.NotAsked), TestContext.Current.CancellationToken);

    public static Subject Of(string domain) => new(domain, $"bounce.{domain}", "us-east-1") { DkimTokens = Tokens };

    private DnsReply? Answer(DnsQuestion question)
    {
        if (Fault?.Invoke(question) is (true, var reply))
        {
            return reply;
        }

        return DnsZones.Answer([.. records.GroupBy(record => OrganizationalDomain.Of(record.Name)).Select(group => DnsZone.Of(
            group.Key,
            [(group.Key, RecordType.SOA, "ns.example.com hostmaster.example.com 1 7200 900 1209600 300"), .. group.Select(record => (record.Name, Enum.Parse<RecordType>(record.Type), record.Value))]))], question);
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
