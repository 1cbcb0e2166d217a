using SesCompliance.Ops.Checks;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>MAIL FROM domains that are broken.</summary>
public class MailFromZoneTests
{
    private const string Name = "bounce.example.com";
    private const string Mx = $"MX {Name} 10 feedback-smtp.us-east-1.amazonses.com";

    [Theory]
    [InlineData("", "no MX record")]
    [InlineData("10 feedback-smtp.eu-west-1.amazonses.com", "region eu-west-1")]
    [InlineData("10 feedback-smtp.us-east-1.amazonses.com.bounce.example.com", "end the target with a dot")]
    [InlineData("10 inbound-smtp.us-east-1.amazonaws.com", "feedback-smtp")]
    [InlineData("0 .", "null MX")]
    [InlineData("10 feedback-smtp.us-east-1.amazonses.com|20 mail.example.com", "Delete all but this one")]
    public async Task An_MX_that_is_not_SES_s_own_fails(string records, string advice)
    {
        var report = await Zone.Good().Set(Name, "MX", records.Split('|', StringSplitOptions.RemoveEmptyEntries)).JudgeAsync();

        Expect.Only(report, "MAIL FROM/MAIL FROM MX Fail");
        var check = Expect.Check(report, "MAIL FROM", "MAIL FROM MX");
        Assert.Equal(Mx, Expect.Records(check));
        Assert.Contains(advice, Expect.Text(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_preference_is_a_warning() =>
        Expect.Only(await Zone.Good().Set(Name, "MX", "20 feedback-smtp.us-east-1.amazonses.com").JudgeAsync(), "MAIL FROM/MAIL FROM MX Warn");

    [Fact]
    public async Task A_record_under_the_doubled_name_is_found()
    {
        var report = await Zone.Good().Set(Name, "MX").Add($"{Name}.example.com", "MX", "10 feedback-smtp.us-east-1.amazonses.com").JudgeAsync();

        Assert.Contains($"stands at {Name}.example.com", Expect.Text(Expect.Check(report, "MAIL FROM", "MAIL FROM MX")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "SPF record Fail")]
    [InlineData("v=spf1 -all", "SPF lets SES send Fail")]
    [InlineData("v=spf1 include:amazonses.com ~all|v=spf1 -all", "SPF record Fail")]
    public async Task SPF_that_does_not_let_SES_send_fails_here(string records, string alarm)
    {
        var report = await Zone.Good().Set(Name, "TXT", records.Split('|', StringSplitOptions.RemoveEmptyEntries)).JudgeAsync();

        Expect.Only(report, $"MAIL FROM/{alarm}");
        Assert.StartsWith($"TXT {Name} v=spf1 include:amazonses.com ", Expect.Records(Assert.Single(report.Checks, check => check.Verdict == Verdict.Fail)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CNAME_leaves_no_room_for_anything_else()
    {
        var report = await Zone.Good().Set(Name, "MX").Set(Name, "TXT").Add(Name, "CNAME", "mail.example.net").JudgeAsync();

        Expect.Only(report, "MAIL FROM/MAIL FROM domain Fail");
        Assert.Equal($"{Mx}; TXT {Name} v=spf1 include:amazonses.com ~all", Expect.Records(Expect.Check(report, "MAIL FROM", "MAIL FROM domain")));
    }

    [Fact]
    public async Task The_domain_itself_can_not_be_it() =>
        Expect.Only(await Zone.Good().JudgeAsync(Zone.Of("example.com") with { MailFrom = "example.com" }), "MAIL FROM/MAIL FROM domain Fail");

    [Fact]
    public async Task Without_one_DMARC_rests_on_DKIM_alone() =>
        Expect.Only(await Zone.Good().JudgeAsync(Zone.Of("example.com") with { MailFrom = null }), "MAIL FROM/MAIL FROM domain Warn", "DMARC/DMARC alignment Warn");
}
