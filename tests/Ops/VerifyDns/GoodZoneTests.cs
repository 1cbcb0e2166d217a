using SesCompliance.Local.Dns;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>Domains that are in order, however they are written: nothing may be said against them.</summary>
public class GoodZoneTests
{
    [Fact]
    public async Task A_plain_zone_passes() => Expect.Only(await Zone.Good().JudgeAsync());

    [Fact]
    public async Task SPF_shared_with_another_provider_passes()
    {
        var zone = Zone.Good().Set("example.com", "TXT", "google-site-verification=abc", "v=spf1 include:_spf.google.com include:amazonses.com -all", "MS=ms123")
            .Add("_spf.google.com", "TXT", "v=spf1 include:_netblocks.google.com ~all")
            .Add("_netblocks.google.com", "TXT", "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all");

        Expect.Only(await zone.JudgeAsync());
    }

    [Theory]
    [InlineData("V=SPF1 INCLUDE:AmazonSES.com ~ALL")]
    [InlineData("v=spf1   include:amazonses.com    ~all ")]
    [InlineData("v=spf1 +include:amazonses.com. -all")]
    [InlineData("v=spf1 ip4:192.0.2.1 ip6:2001:db8::1/64 exists:%{ir}.list.example.net include:amazonses.com -all exp=explain.example.net")]
    [InlineData("v=spf1 include:amazonses.com redirect=_spf.example.net")]
    [InlineData("v=spf1 redirect=_all.example.net")]
    [InlineData("v=spf1 a:www.example.net/24 mx:example.net//64 include:amazonses.com ra=postmaster ~all")]
    [InlineData("\"v=spf1 include:_spf.example.net \" \"include:amazonses.com ~all\"")]
    [InlineData("\"v=spf1 include:_spf.exam\" \"ple.net include:amazonses.com ~all\"")]
    public async Task SPF_in_other_words_passes(string record)
    {
        var zone = Zone.Good().Set("example.com", "TXT", record)
            .Add("_spf.example.net", "TXT", "v=spf1 ip4:192.0.2.0/24 -all")
            .Add("_all.example.net", "TXT", "v=spf1 include:_ses.example.net -all")
            .Add("_ses.example.net", "TXT", "v=spf1 include:amazonses.com ~all")
            .Add("www.example.net", "A", "192.0.2.1")
            .Add("example.net", "MX", "10 www.example.net");

        Expect.Only(await zone.JudgeAsync());
    }

    [Fact]
    public async Task SPF_of_ten_lookups_and_two_empty_ones_passes()
    {
        var zone = Zone.Good().Set("example.com", "TXT", "v=spf1 include:amazonses.com a:gone1.example.net a:gone2.example.net include:five.example.net a:www.example.net ~all")
            .Add("five.example.net", "TXT", "v=spf1 a:www.example.net a:www.example.net mx:www.example.net exists:%{i}.example.net include:amazonses.com -all")
            .Add("www.example.net", "A", "192.0.2.1").Add("www.example.net", "MX", "10 www.example.net");

        var report = await zone.JudgeAsync();
        Expect.Only(report);
        Assert.Equal("10 of 10 lookups, 2 of 2 empty", Expect.Check(report, "SPF", "SPF lookups").Found);
    }

    [Theory]
    [InlineData("V = DMARC1 ; P = Reject ; RUA = mailto:reports@example.com!10m, MAILTO:second@mail.example.com ;")]
    [InlineData("v=DMARC1;p=quarantine;sp=reject;pct=100;adkim=s;aspf=r;fo=1:d:s;ri=86400;rf=afrf;ruf=mailto:forensics@example.com")]
    [InlineData("v=DMARC1; p=reject; np=reject; psd=n; t=n")]
    [InlineData("\"v=DMARC1; p=rej\" \"ect; rua=mailto:reports@example.com\"")]
    public async Task DMARC_in_other_words_passes(string record) => Expect.Only(await Zone.Good().Set("_dmarc.example.com", "TXT", record, "something else").JudgeAsync());

    [Fact]
    public async Task A_mailbox_elsewhere_that_agrees_to_get_reports_passes()
    {
        var zone = Zone.Good().Set("_dmarc.example.com", "TXT", "v=DMARC1; p=reject; rua=mailto:a@reports.example.net,mailto:b@example.com")
            .Add("*._report._dmarc.reports.example.net", "TXT", "v=DMARC1;");

        Expect.Only(await zone.JudgeAsync());
    }

    [Theory]
    [InlineData("mail.example.com", "example.com")]
    [InlineData("mail.example.co.uk", "example.co.uk")]
    [InlineData("a.b.c.example.com.au", "example.com.au")]
    public async Task A_subdomain_goes_by_its_organization_s_DMARC(string domain, string organization)
    {
        var report = await Zone.Good(domain, organization).JudgeAsync(Zone.Of(domain));

        Expect.Only(report);
        Assert.Contains($"_dmarc.{organization}", Expect.Check(report, "DMARC", "DMARC record").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_only_the_domain_itself_is_enough()
    {
        var zone = Zone.Good(question => (question.Name.IsWithin(DnsName.Parse("amazonses.com")), DnsReply.Refused));

        Expect.Only(await zone.JudgeAsync());
    }

    [Fact]
    public async Task Answers_too_large_for_UDP_come_over_TCP()
    {
        var answered = 0;
        var zone = Zone.Good(question => (question.Name.Text == "_dmarc.example.com" && Interlocked.Increment(ref answered) == 1, DnsReply.ServerFailure with { Code = ResponseCode.NoError, IsTruncated = true }));

        Expect.Only(await zone.JudgeAsync());
        Assert.Equal(2, answered);
    }

    [Fact]
    public async Task A_former_verification_token_is_shown_and_does_no_harm()
    {
        var report = await Zone.Good().Add("_amazonses.example.com", "TXT", "former-token=").JudgeAsync();

        Expect.Only(report);
        Assert.Contains("former-token=", Expect.Check(report, "SES", "SES verification TXT").Found, StringComparison.Ordinal);
    }
}
