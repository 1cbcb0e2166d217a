using Pulumi;
using SesCompliance.Infra;

namespace SesCompliance.Tests.Infra;

public class DnsSettingsTests
{
    [Theory]
    [InlineData("mailFromSubdomain", "a.b", "ses-compliance:mailFromSubdomain is 'a.b' in stack 'dev': it must be one label in lower case, such as bounce, or off")]
    [InlineData("hostedZone", "example.com", "ses-compliance:hostedZone is 'example.com' in stack 'dev': it must be the id of a Route 53 hosted zone, such as Z0123456789ABCDEFGHIJ")]
    [InlineData("dmarcPolicy", "strict", "ses-compliance:dmarcPolicy is 'strict' in stack 'dev': it must be one of none, quarantine, reject")]
    [InlineData("dmarcRua", "dmarc@example.com", "ses-compliance:dmarcRua is 'dmarc@example.com' in stack 'dev': it must be mailto: and one address, such as mailto:dmarc@example.com")]
    [InlineData("accountSuppression", "1", "ses-compliance:accountSuppression is '1' in stack 'dev': it must be one of true, false")]
    [InlineData("apexSpf", "mx", "ses-compliance:apexSpf is 'mx' in stack 'dev': it must be a list of SPF mechanisms and TXT values to keep, or off")]
    [InlineData("apexSpf", """[["mx"]]""", """ses-compliance:apexSpf is '[["mx"]]' in stack 'dev': it must be a list of SPF mechanisms and TXT values to keep, or off""")]
    [InlineData("apexSpf", """["v=spf1 mx -all"]""", "ses-compliance:apexSpf is 'v=spf1 mx -all' in stack 'dev': it must be the record's mechanisms one by one")]
    [InlineData("apexSpf", """["redirect=example.net"]""", "ses-compliance:apexSpf is 'redirect=example.net' in stack 'dev': it must be an include: instead")]
    [InlineData("apexSpf", """["+all"]""", "ses-compliance:apexSpf is '+all' in stack 'dev': it must not let everybody send")]
    [InlineData("apexSpf", """["~all", "-all"]""", "ses-compliance:apexSpf is '~all, -all' in stack 'dev': it must name one 'all' at most")]
    [InlineData("apexSpf", """["a\"b"]""", "ses-compliance:apexSpf is 'a\"b' in stack 'dev': it must be 1 to 2000 printable ASCII characters without quotation mark and backslash")]
    [InlineData("apexSpf", """["mx","a","ptr","a:b","a:c","a:d","a:e","a:f","a:g","a:h"]""", "ses-compliance:apexSpf is 'mx, a, ptr, a:b, a:c, a:d, a:e, a:f, a:g, a:h' in stack 'dev': it must not need more than 10 DNS lookups with include:amazonses.com among them, but needs 11")]
    [InlineData("fromAddress", "verify@bounce.example.com", "ses-compliance:fromAddress is 'verify@bounce.example.com' in stack 'dev': it must not be an address at bounce.example.com (key mailFromSubdomain)")]
    public void A_wrong_value_is_refused_with_key_value_stack_and_rule(string key, string value, string message) =>
        Assert.StartsWith(message, Assert.Throws<RunException>(() => Parse((key, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("mailFromSubdomain", "bounce")]
    [InlineData("hostedZone", "Z0123456789ABCDEFGHIJ")]
    [InlineData("dmarcPolicy", "none")]
    [InlineData("dmarcRua", "mailto:dmarc@example.com")]
    [InlineData("apexSpf", "[]")]
    public void A_stack_that_references_the_identity_refuses_what_only_its_owner_declares(string key, string value) => Assert.Equal(
        $"ses-compliance:{key} is set, but identityMode is reference: the domain's records belong to the stack that creates the identity",
        Assert.Throws<RunException>(() => Parse(("identityMode", "reference"), (key, value))).Message);

    [Theory]
    [InlineData("[]", "v=spf1 include:amazonses.com ~all")]
    [InlineData("""["mx", "ip4:192.0.2.1"]""", "v=spf1 include:amazonses.com mx ip4:192.0.2.1 ~all")]
    [InlineData("""["include:amazonses.com", "mx", "mx", "-all"]""", "v=spf1 include:amazonses.com mx -all")]
    [InlineData("""["abc", "MS=ms1", "abc"]""", "v=spf1 include:amazonses.com ~all|abc|MS=ms1")]
    public void Spf_is_one_record_with_SES_in_it_and_other_values_stay(string list, string values) =>
        Assert.Equal(values.Split('|'), Parse(("apexSpf", list)).Dns!.Apex!.Values);

    [Fact]
    public void Off_leaves_the_domain_s_own_name_alone() => Assert.Null(Parse(("apexSpf", "off")).Dns!.Apex);

    private static StackSettings Parse(params (string Key, string Value)[] config)
    {
        var values = new Dictionary<string, string> { ["domain"] = "example.com", ["fromAddress"] = "verify@example.com" };
        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        return StackSettings.Parse("dev", values.GetValueOrDefault);
    }
}
