using System.Collections.Immutable;
using Pulumi;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class SenderIdentityTests
{
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    [Fact]
    public async Task The_identity_signs_with_2048_bits_and_has_the_stack_s_configuration_set_as_its_default()
    {
        var identity = (await StackUnderTest.DeclareAsync()).The("aws:sesv2/emailIdentity:EmailIdentity", "sender");

        Assert.Equal("RSA_2048_BIT", identity.Text("dkimSigningAttributes.nextSigningKeyLength"));
        Assert.Equal("ses-compliance-dev", identity.Text("configurationSetName"));
    }

    [Fact]
    public async Task Bounces_go_to_a_subdomain_and_mail_goes_out_even_before_DNS_has_it()
    {
        var mailFrom = (await StackUnderTest.DeclareAsync()).The("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes", "sender");

        Assert.Equal(("example.com", "bounce.example.com", "USE_DEFAULT_VALUE"), (mailFrom.Text("emailIdentity"), mailFrom.Text("mailFromDomain"), mailFrom.Text("behaviorOnMxFailure")));
    }

    [Fact]
    public async Task Every_record_goes_into_the_hosted_zone()
    {
        var stack = await StackUnderTest.DeclareAsync(
            "dev", ("hostedZone", Zone), ("dmarcRua", "mailto:dmarc@example.com"), ("apexSpf", """["include:_spf.example.net", "site-verification=abc"]"""));

        Assert.Equal(
            [
                "CNAME token1._domainkey.example.com token1.dkim.amazonses.com",
                "CNAME token2._domainkey.example.com token2.dkim.amazonses.com",
                "CNAME token3._domainkey.example.com token3.dkim.amazonses.com",
                $"MX bounce.example.com 10 feedback-smtp.{StrictMocks.Region}.amazonses.com",
                "TXT _dmarc.example.com v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com",
                "TXT bounce.example.com v=spf1 include:amazonses.com ~all",
                "TXT example.com v=spf1 include:amazonses.com include:_spf.example.net ~all | site-verification=abc",
            ],
            Records(stack));
        Assert.All(stack.All("aws:route53/record:Record"), record =>
        {
            Assert.Equal(Zone, record.Text("zoneId"));
            Assert.False(record.Inputs.ContainsKey("allowOverwrite"));
        });
        Assert.DoesNotContain("dnsRecords", stack.Outputs.Keys);
    }

    [Fact]
    public async Task Without_a_hosted_zone_the_records_are_a_table_to_paste()
    {
        var stack = await StackUnderTest.DeclareAsync();
        var rows = (await Resolved(stack.Outputs["dnsRecords"])).Split('\n');

        Assert.Empty(stack.All("aws:route53/record:Record"));
        Assert.Equal(8, rows.Length);
        Assert.Matches("^Type +Name +Value +Why$", rows[0]);
        Assert.Matches(@"^CNAME  token1\._domainkey\.example\.com  token1\.dkim\.amazonses\.com +DKIM: ", rows[1]);
        Assert.Matches($@"^MX     bounce\.example\.com +10 feedback-smtp\.{StrictMocks.Region}\.amazonses\.com +MAIL FROM: ", rows[4]);
        Assert.Matches(@"^TXT    bounce\.example\.com +v=spf1 include:amazonses\.com ~all +MAIL FROM: ", rows[5]);
        Assert.Matches(@"^TXT    _dmarc\.example\.com +v=DMARC1; p=quarantine +DMARC: ", rows[6]);
        Assert.Matches(@"^TXT    example\.com +v=spf1 include:amazonses\.com ~all +SPF ", rows[7]);
    }

    [Fact]
    public async Task What_is_off_is_not_declared()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("hostedZone", Zone), ("mailFromSubdomain", "off"), ("apexSpf", "off"), ("dmarcPolicy", "none"));

        Assert.Equal(["CNAME", "CNAME", "CNAME", "TXT"], Records(stack).Select(record => record.Split(' ')[0]));
        Assert.Contains("TXT _dmarc.example.com v=DMARC1; p=none", Records(stack));
        Assert.Empty(stack.All("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes"));
    }

    [Fact]
    public async Task A_value_longer_than_a_string_is_split_and_joins_to_itself()
    {
        var mechanisms = Enumerable.Range(0, 20).Select(number => $"ip6:2001:db8:{number:x4}::/48").ToArray();
        var stack = await StackUnderTest.DeclareAsync("dev", ("hostedZone", Zone), ("apexSpf", System.Text.Json.JsonSerializer.Serialize(mechanisms)));

        var value = Assert.Single(stack.The("aws:route53/record:Record", "apex-txt").Texts("records"));
        var strings = value.Split("\"\"");
        Assert.Equal(2, strings.Length);
        Assert.Equal(255, strings[0].Length);
        Assert.Equal($"v=spf1 include:amazonses.com {string.Join(' ', mechanisms)} ~all", string.Concat(strings));
    }

    [Fact]
    public async Task A_stack_that_references_the_identity_declares_nothing_of_it()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("identityMode", "reference"));

        Assert.DoesNotContain(stack.Resources, resource => resource.Type.StartsWith("aws:route53/", StringComparison.Ordinal)
            || resource.Type.StartsWith("aws:sesv2/emailIdentity", StringComparison.Ordinal));
        Assert.DoesNotContain("dnsRecords", stack.Outputs.Keys);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task The_account_s_suppression_list_is_set_only_where_asked(string asked, int declared)
    {
        var attributes = (await StackUnderTest.DeclareAsync("dev", ("accountSuppression", asked)))
            .All("aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes").ToList();

        Assert.Equal(declared, attributes.Count);
        Assert.All(attributes, one => Assert.Equal(["BOUNCE", "COMPLAINT"], one.Texts("suppressedReasons")));
    }

    private static ImmutableArray<string> Records(StackUnderTest stack) => [.. stack.All("aws:route53/record:Record")
        .Select(record => $"{record.Text("type")} {record.Text("name")} {string.Join(" | ", record.Texts("records"))}").Order(StringComparer.Ordinal)];

    private static Task<string> Resolved(object? output)
    {
        var resolved = new TaskCompletionSource<string>();
        Assert.IsType<Output<string>>(output).Apply(value =>
        {
            resolved.SetResult(value);
            return value;
        });
        return resolved.Task;
    }
}
