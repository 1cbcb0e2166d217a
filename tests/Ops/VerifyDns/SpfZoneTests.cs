namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>SPF records that are broken: what is said, and the record that would mend them.</summary>
public class SpfZoneTests
{
    private const string Good = "v=spf1 include:amazonses.com ~all";

    /// <summary>Each record with the checks that don't pass, and the record that is advised.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "v=spf1 include:_spf.example.net ~all", "SPF lets SES send Warn", "v=spf1 include:_spf.example.net include:amazonses.com ~all" },
        { "v=spf1 -all", "SPF lets SES send Warn", "v=spf1 include:amazonses.com -all" },
        { "v=spf1 ~include:amazonses.com -all", "SPF lets SES send Warn", "v=spf1 include:amazonses.com -all" },
        { "v=spf1 -all include:amazonses.com", "SPF lets SES send Warn, SPF for everybody else Warn", Good.Replace("~", "-", StringComparison.Ordinal) },
        { "v=spf1 include:amazonses.com +all", "SPF for everybody else Fail", Good },
        { "v=spf1 include:amazonses.com all", "SPF for everybody else Fail", Good },
        { "v=spf1 include:amazonses.com ?all", "SPF for everybody else Warn", Good },
        { "v=spf1 include:amazonses.com", "SPF for everybody else Warn", Good },
        { "v=spf1 include:amazonses.com -all mx", "SPF for everybody else Warn", "v=spf1 include:amazonses.com mx -all" },
        { "v=spf1 include:amazonses.com ~all redirect=_spf.example.net", "SPF for everybody else Warn", Good },
        { "v=spf1 ptr include:amazonses.com ~all", "SPF without ptr Warn", Good },
        { "v=spf1 include:open.example.net include:amazonses.com ~all", "SPF for everybody else Fail", "" },
        { "v=spf1 ipv4:192.0.2.1 include:amazonses.com ~all", "SPF syntax Fail", "v=spf1 ip4:192.0.2.1 include:amazonses.com ~all" },
        { "v=spf1 ip4:192.0.2.300 include:amazonses.com ~all", "SPF syntax Fail", Good },
        { "v=spf1 ip4:192.0.2.0/33 include:amazonses.com ~all", "SPF syntax Fail", Good },
        { "v=spf1 ip4:2001:db8::1 include:amazonses.com ~all", "SPF syntax Fail", "v=spf1 ip6:2001:db8::1 include:amazonses.com ~all" },
        { "v=spf1 ip4:192.0.2.1,ip4:192.0.2.2 include:amazonses.com ~all", "SPF syntax Fail", "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 include:amazonses.com ~all" },
        { "v=spf1 ip6:2001:db8::/129 include:amazonses.com ~all", "SPF syntax Fail", Good },
        { "v=spf1 exists:%{x}.example.net include:amazonses.com ~all", "SPF syntax Fail", Good },
        { "v=spf1 include:192.0.2.1 include:amazonses.com ~all", "SPF syntax Fail", "v=spf1 ip4:192.0.2.1 include:amazonses.com ~all" },
        { "v=spf1 ip4:0.0.0.0/0 include:amazonses.com ~all", "SPF for everybody else Fail", "" },
        { "v=spf1 include:_spf.example.netinclude:amazonses.com ~all", "SPF syntax Fail, SPF lets SES send Warn", "v=spf1 include:_spf.example.net include:amazonses.com ~all" },
        { "v=spf1 include:amazonses.com~all", "SPF syntax Fail, SPF lets SES send Warn, SPF for everybody else Warn", Good },
        { "v=spf1 include:amazonses.com; ~all;", "SPF syntax Fail, SPF lets SES send Warn, SPF for everybody else Warn", Good },
        { "v=spf1 mx\tinclude:amazonses.com ~all", "SPF syntax Fail, SPF lets SES send Warn", "v=spf1 mx include:amazonses.com ~all" },
        { "v=spf1 include: amazonses.com ~all", "SPF syntax Fail, SPF lets SES send Warn", Good },
        { "v=spf1 include=amazonses.com ~all", "SPF syntax Fail, SPF lets SES send Warn", Good },
        { "v=spf1 mx v=spf1 include:amazonses.com ~all", "SPF syntax Fail", "v=spf1 mx include:amazonses.com ~all" },
        { "v=spf1 include:amazonses.com ~all\"", "SPF syntax Fail, SPF for everybody else Warn", Good },
        { "v=spf1 redirect=a.example.net redirect=_spf.example.net include:amazonses.com", "SPF syntax Fail, SPF lookups Fail, SPF for everybody else Warn", "" },
        { "\"v=spf1 ip4:192.0.2.1\" \"include:amazonses.com ~all\"", "SPF syntax Fail, SPF lets SES send Warn", "v=spf1 ip4:192.0.2.1 include:amazonses.com ~all" },
        { "\"v=spf1 include:amazonses.com\" \"~all\"", "SPF syntax Fail, SPF lets SES send Warn, SPF for everybody else Warn", Good },
        { "\"v=spf1\" \"include:amazonses.com ~all\"", "SPF record Fail", Good },
        { "v=spf1; include:amazonses.com ~all", "SPF record Fail", Good },
        { " v=spf1 include:amazonses.com ~all", "SPF record Fail", Good },
        { "spf2.0/pra include:_spf.example.net ~all", "SPF record Fail", "v=spf1 include:_spf.example.net include:amazonses.com ~all" },
        { "v=spf1 include:self.example.net include:amazonses.com ~all", "SPF lookups Fail", Good },
        { "v=spf1 redirect=example.com", "SPF lets SES send Warn, SPF lookups Fail, SPF for everybody else Warn", Good },
        { "v=spf1 include:empty.example.net include:amazonses.com ~all", "SPF lookups Fail", Good },
        { "v=spf1 include:nowhere.example.net include:amazonses.com ~all", "SPF lookups Fail", Good },
        { "v=spf1 include:twice.example.net include:amazonses.com ~all", "SPF lookups Fail", Good },
        { "v=spf1 include:flawed.example.net include:amazonses.com ~all", "SPF lookups Fail", Good },
        { "v=spf1 a:g1.example.net a:g2.example.net mx:g3.example.net include:amazonses.com ~all", "SPF lookups Fail", Good },
        { "v=spf1 include:six.example.net include:six.example.net include:amazonses.com ~all", "SPF lookups Fail", "" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_record_is_told_with_the_one_that_mends_it(string record, string alarms, string advised)
    {
        var zone = Included(Zone.Good().Set("example.com", "TXT", record.StartsWith('"') ? record : Quoted(record)));

        var report = await zone.JudgeAsync();

        Expect.Only(report, [.. alarms.Split(", ").Select(alarm => $"SPF/{alarm}")]);
        if (advised.Length > 0)
        {
            Assert.All(report.Checks.Where(check => check.Verdict != SesCompliance.Ops.Checks.Verdict.Pass), check => Assert.Equal($"TXT example.com {advised}", Expect.Records(check)));
        }
    }

    [Fact]
    public async Task Two_records_become_one_with_what_both_list()
    {
        var report = await Zone.Good().Set("example.com", "TXT", "v=spf1 include:_spf.google.com ~all", "v=spf1 include:amazonses.com -all").JudgeAsync();

        Expect.Only(report, "SPF/SPF record Fail");
        Assert.Equal("TXT example.com v=spf1 include:_spf.google.com include:amazonses.com ~all", Expect.Records(Expect.Check(report, "SPF", "SPF record")));
    }

    [Fact]
    public async Task None_at_the_domain_is_a_warning_while_the_MAIL_FROM_domain_has_one()
    {
        var report = await Zone.Good().Set("example.com", "TXT").JudgeAsync();

        Expect.Only(report, "SPF/SPF record Warn");
        Assert.Equal($"TXT example.com {Good}", Expect.Records(Expect.Check(report, "SPF", "SPF record")));
    }

    [Fact]
    public async Task None_anywhere_fails()
    {
        var report = await Zone.Good().Set("example.com", "TXT").Set("bounce.example.com", "TXT").JudgeAsync();

        Expect.Only(report, "SPF/SPF record Fail", "MAIL FROM/SPF record Fail");
    }

    [Fact]
    public async Task A_record_under_the_doubled_name_is_found()
    {
        var report = await Zone.Good().Set("example.com", "TXT").Add("example.com.example.com", "TXT", Good).JudgeAsync();

        Assert.Contains("stands at example.com.example.com", Expect.Text(Expect.Check(report, "SPF", "SPF record")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eleven_MX_hosts_are_too_many()
    {
        var zone = Zone.Good().Set("example.com", "TXT", "v=spf1 mx include:amazonses.com ~all");
        for (var host = 1; host <= 11; host++)
        {
            zone.Add("example.com", "MX", $"10 mx{host}.example.com");
        }

        Expect.Only(await zone.JudgeAsync(), "SPF/SPF lookups Fail");
    }

    [Fact]
    public async Task The_dearest_includes_are_named_where_there_are_too_many_lookups()
    {
        var report = await Included(Zone.Good().Set("example.com", "TXT", "v=spf1 a include:six.example.net include:five.example.net include:amazonses.com ~all").Add("example.com", "A", "192.0.2.1")).JudgeAsync();

        Expect.Only(report, "SPF/SPF lookups Fail");
        var check = Expect.Check(report, "SPF", "SPF lookups");
        Assert.Equal("13 of 10 lookups, 0 of 2 empty", check.Found);
        Assert.Contains("include:six.example.net (6), include:five.example.net (5)", Expect.Text(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_record_is_advised_in_strings()
    {
        var networks = string.Join(' ', Enumerable.Range(10, 20).Select(number => $"ip4:192.0.2.{number}"));
        var report = await Zone.Good().Set("example.com", "TXT", $"v=spf1 {networks} ~all").JudgeAsync();

        Expect.Only(report, "SPF/SPF lets SES send Warn");
        var value = Assert.Single(Expect.Check(report, "SPF", "SPF lets SES send").Records!).Value;
        Assert.Equal($"v=spf1 {networks} include:amazonses.com ~all", string.Concat(SesCompliance.Local.Dns.TxtText.Parse(value).Strings));
    }

    [Fact]
    public async Task An_include_that_nobody_answers_for_is_no_failure()
    {
        var report = await Zone.Good().Set("example.com", "TXT", "v=spf1 include:spf.elsewhere.org include:amazonses.com ~all").JudgeAsync();

        Expect.Only(report, "SPF/SPF lookups CouldNotAsk");
    }

    private static Zone Included(Zone zone) => zone
        .Add("_spf.example.net", "TXT", "v=spf1 ip4:192.0.2.0/24 -all")
        .Add("open.example.net", "TXT", "v=spf1 +all")
        .Add("self.example.net", "TXT", "v=spf1 include:other.example.net -all")
        .Add("other.example.net", "TXT", "v=spf1 include:self.example.net -all")
        .Add("empty.example.net", "TXT", "no SPF")
        .Add("twice.example.net", "TXT", "v=spf1 -all").Add("twice.example.net", "TXT", "v=spf1 ~all")
        .Add("flawed.example.net", "TXT", "v=spf1 ip4:nonsense -all")
        .Add("www.example.net", "A", "192.0.2.1")
        .Add("six.example.net", "TXT", "v=spf1 include:five.example.net -all")
        .Add("five.example.net", "TXT", "v=spf1 a:www.example.net a:www.example.net a:www.example.net a:www.example.net -all");

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
