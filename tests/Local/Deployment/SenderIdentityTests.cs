using System.Text.Json.Nodes;
using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Route53;
using SesCompliance.Local.Ses;

namespace SesCompliance.Tests.Local.Deployment;

/// <summary>A domain's identity and records, deployed into a cloud of its own.</summary>
public class SenderIdentityTests
{
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_identity_tells_its_MAIL_FROM_domain_its_tokens_and_its_default_configuration_set()
    {
        await using var cloud = await StartAsync();
        await DeployAsync(cloud);

        var told = SesJson.Identity(cloud.Ses.Identities.Find("example.com"));
        Assert.Equal("ses-compliance-dev", (string?)told["ConfigurationSetName"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"MailFromDomain": "bounce.example.com", "MailFromDomainStatus": "SUCCESS", "BehaviorOnMxFailure": "USE_DEFAULT_VALUE"}"""), told["MailFromAttributes"]));
        Assert.Equal("RSA_2048_BIT", (string?)told["DkimAttributes"]!["CurrentSigningKeyLength"]);
        Assert.Equal(3, told["DkimAttributes"]!["Tokens"]!.AsArray().Count);
    }

    [Fact]
    public async Task Mail_that_names_no_configuration_set_goes_by_the_identity_s()
    {
        await using var cloud = await StartAsync();
        await DeployAsync(cloud);

        await cloud.Ses.SendEmailAsync(
            new SendEmailRequest(new EmailContent.Simple("Your code", "It is 1234", null, []))
            {
                FromEmailAddress = "verify@example.com",
                Destination = new Destination(["success@recipients.test"], [], []),
            },
            CredentialStore.Operator,
            Cancellation);
        await cloud.Ses.IdleAsync(Cancellation);

        Assert.Equal("ses-compliance-dev", Assert.Single(cloud.Outbox.Mails).ConfigurationSet);
    }

    [Fact]
    public async Task The_records_that_are_declared_are_in_the_zone_with_the_identity_s_own_tokens()
    {
        await using var cloud = await StartAsync();
        var stack = await DeployAsync(cloud, ("hostedZone", Zone));

        var tokens = cloud.Ses.Identities.Find("example.com").Dkim!.Tokens;
        Assert.Equal(
            tokens.Select(token => ($"{token}._domainkey.example.com", $"{token}.dkim.amazonses.com")).Order(),
            cloud.Zones.Records.Where(record => record.Type == "CNAME").Select(record => (record.Name, Assert.Single(record.Values))).Order());
        Assert.Equal(["10 feedback-smtp.us-east-1.amazonses.com"], Assert.Single(cloud.Zones.Records, record => record.Type == "MX").Values);
        Assert.DoesNotContain("dnsRecords", stack.Outputs.Keys);
    }

    [Fact]
    public async Task Without_a_zone_the_output_shows_the_records_with_the_identity_s_own_tokens()
    {
        await using var cloud = await StartAsync();
        var stack = await DeployAsync(cloud);

        Assert.Empty(cloud.Zones.Records);
        Assert.All(
            cloud.Ses.Identities.Find("example.com").Dkim!.Tokens,
            token => Assert.Contains($"{token}.dkim.amazonses.com", stack.Outputs["dnsRecords"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_TXT_set_that_is_there_already_stops_the_deployment_and_stays()
    {
        await using var cloud = await StartAsync();
        cloud.Zones.Ensure(Zone, "example.com");
        cloud.Zones.Add(Zone, new RecordSet("example.com", "TXT", 300, ["site-verification=abc"]));

        var refusal = await Assert.ThrowsAsync<DeploymentException>(() => DeployAsync(cloud, ("hostedZone", Zone)));

        Assert.Equal(
            "aws:route53/record:Record 'apex-txt': InvalidChangeBatch: [Tried to create resource record set [name='example.com.', type='TXT'] but it already exists]", refusal.Message);
        Assert.Equal(["site-verification=abc"], Assert.Single(cloud.Zones.Records, record => record.Name == "example.com").Values);
    }

    [Fact]
    public async Task The_account_s_suppression_list_is_kept_for_what_the_stack_says()
    {
        await using var cloud = await StartAsync();
        cloud.Ses.Settings = cloud.Ses.Settings with { SuppressedReasons = [] };
        await DeployAsync(cloud, ("accountSuppression", "true"));

        Assert.Equal(["BOUNCE", "COMPLAINT"], cloud.Ses.Settings.SuppressedReasons);
    }

    private static Task<Cloud> StartAsync() => Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, Cancellation);

    private static Task<DeployedStack> DeployAsync(Cloud cloud, params (string Key, string Value)[] config)
    {
        var values = new Dictionary<string, string> { ["domain"] = "example.com", ["fromAddress"] = "verify@example.com" };
        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        return StackDeployment.UpAsync(cloud, StackSettings.Parse("dev", values.GetValueOrDefault), Cancellation);
    }
}
