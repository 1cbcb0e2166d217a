using SesCompliance.Ops.Checks;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>DMARC records that are broken or weak: what is said, and the record that would mend them.</summary>
public class DmarcZoneTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { "v=DMARC1; p=none", "policy Warn", "v=DMARC1; p=quarantine" },
        { "v=DMARC1; p=reject; pct=50", "policy Warn", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; t=y", "policy Warn", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; sp=none", "policy Warn", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; aspf=s", "alignment Warn", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=block", "syntax Fail, policy Warn", "v=DMARC1; p=quarantine" },
        { "v=DMARC1; rua=mailto:a@example.com", "syntax Fail, policy Warn", "v=DMARC1; p=quarantine; rua=mailto:a@example.com" },
        { "v=DMARC1; p=reject; pct=150", "syntax Fail", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; adkim=x; fo=7; ri=daily", "syntax Fail", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; rua=a@example.com", "syntax Fail", "v=DMARC1; p=reject; rua=mailto:a@example.com" },
        { "v=DMARC1; p=reject; rua=https://example.com/dmarc", "syntax Fail", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; rua=mailto:a@example.com!ten", "syntax Fail", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; p=none", "syntax Fail", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject; rau=mailto:a@example.com", "syntax Warn", "v=DMARC1; p=reject" },
        { "v=DMARC1; p=reject, rua=mailto:a@example.com", "syntax Fail, policy Warn", "v=DMARC1; p=quarantine" },
        { "v=dmarc1; p=reject", "record Fail", "v=DMARC1; p=reject" },
        { "v=DMARC1 p=reject", "record Fail", "v=DMARC1; p=reject" },
        { "p=reject; v=DMARC1", "record Fail", "v=DMARC1; p=reject" },
        { " v=DMARC1; p=reject", "record Fail", "v=DMARC1; p=reject" },
        { "DMARC1; p=reject", "record Fail", "v=DMARC1; p=reject" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_record_is_told_with_the_one_that_mends_it(string record, string alarms, string advised)
    {
        var report = await Zone.Good().Set("_dmarc.example.com", "TXT", record).JudgeAsync();

        Expect.Only(report, [.. alarms.Split(", ").Select(alarm => $"DMARC/DMARC {alarm}")]);
        Assert.All(report.Checks.Where(check => check.Verdict != Verdict.Pass), check => Assert.Equal($"TXT _dmarc.example.com {advised}", Expect.Records(check)));
    }

    [Fact]
    public async Task Two_records_count_as_none() =>
        Expect.Only(await Zone.Good().Set("_dmarc.example.com", "TXT", "v=DMARC1; p=reject", "v=DMARC1; p=none").JudgeAsync(), "DMARC/DMARC record Fail");

    [Theory]
    [InlineData("example.com")]
    [InlineData("dmarc.example.com")]
    [InlineData("_dmarc.example.com.example.com")]
    public async Task A_record_under_another_name_is_found(string name)
    {
        var report = await Zone.Good().Set("_dmarc.example.com", "TXT").Add(name, "TXT", "v=DMARC1; p=reject").JudgeAsync();

        Expect.Only(report, "DMARC/DMARC record Fail");
        var check = Expect.Check(report, "DMARC", "DMARC record");
        Assert.Contains($"stands at {name}", Expect.Text(check), StringComparison.Ordinal);
        Assert.Equal("TXT _dmarc.example.com v=DMARC1; p=quarantine", Expect.Records(check));
    }

    [Theory]
    [InlineData("v=DMARC1; p=reject; sp=none", "DMARC/DMARC policy Warn")]
    [InlineData("v=DMARC1; p=none; sp=reject", null)]
    public async Task A_subdomain_goes_by_the_organization_s_sp(string record, string? alarm)
    {
        var report = await Zone.Good("mail.example.com").Set("_dmarc.example.com", "TXT", record).JudgeAsync(Zone.Of("mail.example.com"));

        Expect.Only(report, alarm is null ? [] : [alarm]);
    }

    [Fact]
    public async Task A_mailbox_elsewhere_that_did_not_agree_gets_no_reports()
    {
        var report = await Zone.Good().Set("_dmarc.example.com", "TXT", "v=DMARC1; p=reject; rua=mailto:a@example.net").Add("example.net", "A", "192.0.2.1").JudgeAsync();

        Expect.Only(report, "DMARC/DMARC reports to example.net Warn");
        Assert.Equal("TXT example.com._report._dmarc.example.net v=DMARC1", Expect.Records(Expect.Check(report, "DMARC", "DMARC reports to example.net")));
    }

    [Fact]
    public async Task A_MAIL_FROM_domain_of_another_organization_is_not_aligned()
    {
        var report = await Zone.Good().JudgeAsync(Zone.Of("example.com") with { MailFrom = "bounce.example.net" });

        Assert.Equal(Verdict.Warn, Expect.Check(report, "DMARC", "DMARC alignment").Verdict);
        Assert.Equal(Verdict.Fail, Expect.Check(report, "MAIL FROM", "MAIL FROM domain").Verdict);
    }
}
