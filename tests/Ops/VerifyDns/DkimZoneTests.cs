using SesCompliance.Ops.Checks;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>DKIM's CNAMEs and keys that are broken.</summary>
public class DkimZoneTests
{
    private const string Name = "t1._domainkey.example.com";
    private const string Target = "t1.dkim.amazonses.com";
    private const string Mended = $"CNAME {Name} {Target}";

    [Fact]
    public async Task A_missing_CNAME_is_told_whole()
    {
        var check = await OneAsync(Zone.Good().Set(Name, "CNAME"), Verdict.Fail);

        Assert.Equal(Mended, Expect.Records(check));
        Assert.Contains("NXDOMAIN", check.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t1.dkim.amazonses.com.example.com", "end the target with a dot")]
    [InlineData("t2.dkim.amazonses.com", "another token")]
    [InlineData("t1.dkim.eu-south-1.amazonses.com", "keys in dkim.amazonses.com")]
    [InlineData("mail.example.net", "not SES's")]
    public async Task A_wrong_target_is_told(string target, string advice)
    {
        var check = await OneAsync(Zone.Good().Set(Name, "CNAME", target), Verdict.Fail);

        Assert.Equal(Mended, Expect.Records(check));
        Assert.Contains(advice, Expect.Text(check), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t1._domainkey.example.com.example.com")]
    [InlineData("t1.example.com")]
    [InlineData("t1.domainkey.example.com")]
    public async Task A_record_under_another_name_is_found(string name)
    {
        var check = await OneAsync(Zone.Good().Set(Name, "CNAME").Add(name, "CNAME", Target), Verdict.Fail);

        Assert.Equal(Mended, Expect.Records(check));
        Assert.Contains($"stands at {name}", Expect.Text(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_TXT_record_in_the_CNAME_s_place_is_told()
    {
        var check = await OneAsync(Zone.Good().Set(Name, "CNAME").Add(Name, "TXT", Zone.LongKey), Verdict.Fail);

        Assert.Equal(Mended, Expect.Records(check));
        Assert.Contains("Delete the TXT record", Expect.Text(check), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p=", "revoked")]
    [InlineData("k=rsa", "p= is missing")]
    [InlineData("p=MIIB*", "no Base64")]
    [InlineData("p=MIIB", "no RSA public key")]
    [InlineData("v=DKIM2; p=MIIB", "DKIM1")]
    [InlineData("k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "SES signs with RSA")]
    public async Task A_key_that_can_not_be_used_fails(string key, string found)
    {
        var check = await OneAsync(Zone.Good().Set(Target, "TXT", key), Verdict.Fail);

        Assert.Contains(found, check.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(512, Verdict.Fail)]
    [InlineData(1024, Verdict.Warn)]
    [InlineData(2048, Verdict.Pass)]
    public async Task A_key_is_judged_by_its_length(int bits, Verdict verdict)
    {
        var report = await Zone.Good().Set(Target, "TXT", Zone.Key(bits)).JudgeAsync();

        var check = Expect.Check(report, "DKIM", $"DKIM {Name}");
        Assert.Equal(verdict, check.Verdict);
        Assert.Contains($"{bits} bits", check.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_for_tests_is_a_warning() => await OneAsync(Zone.Good().Set(Target, "TXT", $"v=DKIM1; t=y; {Zone.LongKey}"), Verdict.Warn);

    [Fact]
    public async Task A_token_that_SES_does_not_know_any_more_fails()
    {
        var check = await OneAsync(Zone.Good().Set(Target, "TXT"), Verdict.Fail);

        Assert.Contains("made anew", Expect.Text(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tokens_nobody_can_ask()
    {
        var report = await Zone.Good().JudgeAsync(Zone.Of("example.com") with { DkimTokens = [] });

        Expect.Only(report, "DKIM/DKIM tokens CouldNotAsk");
        Assert.Equal(SesCompliance.Ops.ExitCode.CouldNotAsk, report.ExitCode());
    }

    [Fact]
    public async Task A_key_of_one_s_own_stands_in_a_TXT_record()
    {
        var zone = Zone.Good().Set(Name, "CNAME").Add(Name, "TXT", $"v=DKIM1; k=rsa; {Zone.LongKey}");

        Expect.Only(await zone.JudgeAsync(Zone.Of("example.com") with { DkimTokens = ["t1"], HasOwnKey = true }));
    }

    private static async Task<Check> OneAsync(Zone zone, Verdict verdict)
    {
        var report = await zone.JudgeAsync();
        Expect.Only(report, $"DKIM/DKIM {Name} {verdict}");
        return Expect.Check(report, "DKIM", $"DKIM {Name}");
    }
}
