using System.Security.Cryptography;
using DnsClient;
using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Tests.Local.Dns;

namespace SesCompliance.Tests.Local.Deployment;

/// <summary>A deployed domain, as a receiver of its mail looks it up.</summary>
public class DnsRecordsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_declared_and_what_is_pasted_is_found_with_all_that_it_points_to(bool inHostedZone)
    {
        await using var cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, Cancellation);
        var stack = await DeployAsync(cloud, inHostedZone);
        PastedRecords.AddTo(cloud.Zones, stack);

        foreach (var token in cloud.Ses.Identities.Find("example.com").Dkim!.Tokens)
        {
            var dkim = await AskAsync(cloud, $"{token}._domainkey.example.com", QueryType.TXT);
            Assert.Equal($"{token}.dkim.amazonses.com.", Assert.Single(dkim.Answers.CnameRecords()).CanonicalName.Value);
            var key = string.Concat(Assert.Single(dkim.Answers.TxtRecords()).Text);
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.Split("v=DKIM1; k=rsa; p=")[1]), out _);
            Assert.Equal(2048, rsa.KeySize);
        }

        Assert.Equal("v=DMARC1; p=none", await TextAsync(cloud, "_dmarc.example.com"));
        Assert.Equal("v=spf1 include:amazonses.com ~all", await TextAsync(cloud, "bounce.example.com"));
        Assert.StartsWith("v=spf1 ip4:", await TextAsync(cloud, "amazonses.com"), StringComparison.Ordinal);
        var mx = Assert.Single((await AskAsync(cloud, "bounce.example.com", QueryType.MX)).Answers.MxRecords());
        Assert.Equal("feedback-smtp.us-east-1.amazonses.com.", mx.Exchange.Value);
        Assert.Single((await AskAsync(cloud, mx.Exchange.Value, QueryType.A)).Answers.ARecords());
        Assert.Single((await AskAsync(cloud, "recipients.test", QueryType.MX)).Answers.MxRecords());
        Assert.Single((await AskAsync(cloud, "nobody.example.com", QueryType.A)).Authorities.SoaRecords());
    }

    [Fact]
    public async Task Values_of_several_strings_come_out_of_the_pasted_table_as_they_went_in()
    {
        await using var cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, Cancellation);
        var mechanisms = string.Join(", ", Enumerable.Range(1, 20).Select(number => $"\"ip4:198.51.100.{number}\""));
        PastedRecords.AddTo(cloud.Zones, await DeployAsync(cloud, inHostedZone: false, ("apexSpf", $"[{mechanisms}, \"site-verification=a  b\"]")));

        var texts = (await AskAsync(cloud, "example.com", QueryType.TXT)).Answers.TxtRecords().Select(record => record.Text.ToList()).ToList();

        Assert.Equal(2, texts[0].Count);
        Assert.Equal(255, texts[0][0].Length);
        Assert.EndsWith("ip4:198.51.100.20 ~all", string.Concat(texts[0]), StringComparison.Ordinal);
        Assert.Equal(["site-verification=a  b"], texts[1]);
    }

    private static Task<IDnsQueryResponse> AskAsync(Cloud cloud, string name, QueryType type) => Resolver.AskAsync(cloud.NameServer.EndPoint, name, type);

    private static async Task<string> TextAsync(Cloud cloud, string name) =>
        string.Concat(Assert.Single((await AskAsync(cloud, name, QueryType.TXT)).Answers.TxtRecords()).Text);

    private static Task<DeployedStack> DeployAsync(Cloud cloud, bool inHostedZone, params (string Key, string Value)[] config)
    {
        var values = new Dictionary<string, string> { ["domain"] = "example.com", ["fromAddress"] = "verify@example.com" };
        if (inHostedZone)
        {
            values["hostedZone"] = "Z0123456789ABCDEFGHIJ";
        }

        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        return StackDeployment.UpAsync(cloud, StackSettings.Parse("dev", values.GetValueOrDefault), Cancellation);
    }
}
