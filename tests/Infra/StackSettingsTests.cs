using Pulumi;
using SesCompliance.Infra;

namespace SesCompliance.Tests.Infra;

public class StackSettingsTests
{
    [Fact]
    public void Defaults_serve_a_small_bot()
    {
        var settings = Parse();

        Assert.Equal(IdentityMode.Create, settings.IdentityMode);
        Assert.Equal(SuppressionFailurePolicy.Open, settings.OnSuppressionFailure);
        Assert.Equal((30, 30, 30), (settings.AwaitFeedbackSeconds, settings.LedgerDays, settings.LogRetentionDays));
        Assert.Equal("x86_64", settings.Architecture);
        Assert.Null(settings.MaxSendConcurrency);
        Assert.False(settings.Protect);
    }

    [Theory]
    [InlineData("domain", "Example.com", "ses-compliance:domain is 'Example.com' in stack 'dev': it must be a domain name in lower case, such as example.com")]
    [InlineData("domain", "localhost", "ses-compliance:domain is 'localhost' in stack 'dev': it must be a domain name in lower case, such as example.com")]
    [InlineData("fromAddress", "Bot <verify@example.com>", "ses-compliance:fromAddress is 'Bot <verify@example.com>' in stack 'dev': it must be one plain address, such as verify@example.com")]
    [InlineData("fromAddress", "verify@example.org", "ses-compliance:fromAddress is 'verify@example.org' in stack 'dev': it must be an address at example.com (key domain), which is what SES verifies")]
    [InlineData("identityMode", "own", "ses-compliance:identityMode is 'own' in stack 'dev': it must be one of create, reference")]
    [InlineData("onSuppressionFailure", "Open", "ses-compliance:onSuppressionFailure is 'Open' in stack 'dev': it must be one of open, closed")]
    [InlineData("awaitFeedbackSeconds", "-1", "ses-compliance:awaitFeedbackSeconds is '-1' in stack 'dev': it must be a whole number from 0 to 86400")]
    [InlineData("awaitFeedbackSeconds", "1.5", "ses-compliance:awaitFeedbackSeconds is '1.5' in stack 'dev': it must be a whole number from 0 to 86400")]
    [InlineData("maxSendConcurrency", "0", "ses-compliance:maxSendConcurrency is '0' in stack 'dev': it must be a whole number from 1 to 1000")]
    [InlineData("ledgerDays", "forever", "ses-compliance:ledgerDays is 'forever' in stack 'dev': it must be a whole number from 1 to 3650")]
    [InlineData("logRetentionDays", "8", "ses-compliance:logRetentionDays is '8' in stack 'dev': it must be one of 1, 3, 5, 7,")]
    [InlineData("architecture", "amd64", "ses-compliance:architecture is 'amd64' in stack 'dev': it must be one of x86_64, arm64")]
    [InlineData("protect", "yes", "ses-compliance:protect is 'yes' in stack 'dev': it must be one of true, false")]
    [InlineData("alertEmails", "ops", "ses-compliance:alertEmails is 'ops' in stack 'dev': it must be a list of plain addresses, such as ops@example.com, each once")]
    [InlineData("alertEmails", "", "ses-compliance:alertEmails is '' in stack 'dev': it must be a list of plain addresses")]
    [InlineData("alertEmails", "[1]", "ses-compliance:alertEmails is '[1]' in stack 'dev': it must be a list of plain addresses")]
    [InlineData("alertEmails", "[null]", "ses-compliance:alertEmails is '[null]' in stack 'dev': it must be a list of plain addresses")]
    [InlineData("alertEmails", "a@example.com,a@example.com", "ses-compliance:alertEmails is 'a@example.com,a@example.com' in stack 'dev': it must be a list of plain addresses, such as ops@example.com, each once")]
    [InlineData("dailyQuota", "0", "ses-compliance:dailyQuota is '0' in stack 'dev': it must be a whole number from 1 to 100000000")]
    [InlineData("minimumSends", "0", "ses-compliance:minimumSends is '0' in stack 'dev': it must be a whole number from 1 to 1000000")]
    [InlineData("noMailMinutes", "1441", "ses-compliance:noMailMinutes is '1441' in stack 'dev': it must be a whole number from 0 to 1440")]
    [InlineData("bounceRateCritical", "5", "ses-compliance:bounceRateCritical is '5' in stack 'dev': it must be a fraction from 0.001 to 0.1, such as 0.05")]
    [InlineData("bounceRateWarning", "3%", "ses-compliance:bounceRateWarning is '3%' in stack 'dev': it must be a fraction from 0.001 to 0.1, such as 0.03")]
    [InlineData("complaintRateCritical", "0.1", "ses-compliance:complaintRateCritical is '0.1' in stack 'dev': it must be a fraction from 0.0001 to 0.005, such as 0.001")]
    [InlineData("complaintRateWarning", "0", "ses-compliance:complaintRateWarning is '0' in stack 'dev': it must be a fraction from 0.0001 to 0.005, such as 0.0005")]
    [InlineData("failureRateCritical", "1.1", "ses-compliance:failureRateCritical is '1.1' in stack 'dev': it must be a fraction from 0.01 to 1, such as 0.1")]
    [InlineData("failureRateWarning", "NaN", "ses-compliance:failureRateWarning is 'NaN' in stack 'dev': it must be a fraction from 0.01 to 1, such as 0.05")]
    [InlineData("bounceRateWarning", "0.05", "ses-compliance:bounceRateWarning is '0.05' in stack 'dev': it must be below 0.05 (key bounceRateCritical)")]
    [InlineData("complaintRateCritical", "0.0004", "ses-compliance:complaintRateWarning is '0.0005' in stack 'dev': it must be below 0.0004 (key complaintRateCritical)")]
    [InlineData("failureRateWarning", "0.2", "ses-compliance:failureRateWarning is '0.2' in stack 'dev': it must be below 0.1 (key failureRateCritical)")]
    public void A_wrong_value_is_refused_with_key_value_stack_and_rule(string key, string value, string message)
    {
        var refusal = Assert.Throws<RunException>(() => Parse((key, value)));

        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["ops@example.com", "on-call@example.com"]""")]
    [InlineData("ops@example.com, on-call@example.com")]
    public void Alert_addresses_come_as_a_list_or_with_commas_between_them(string text) =>
        Assert.Equal(["ops@example.com", "on-call@example.com"], Parse(("alertEmails", text)).Alarms.Emails);

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var refusal = Assert.Throws<RunException>(() => StackSettings.Parse("dev", key => key == "protect" ? "no" : null));

        Assert.Equal(
            ["ses-compliance:domain is missing", "ses-compliance:fromAddress is missing", "ses-compliance:protect is 'no'"],
            refusal.Message.Split(Environment.NewLine).Select(line => line[..line.IndexOf(" in stack", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("fromAdress", "did you mean fromAddress?")]
    [InlineData("Protect", "did you mean protect?")]
    [InlineData("logRetention", "did you mean logRetentionDays?")]
    [InlineData("colour", "the keys are accountSuppression, alertEmails, a")]
    public void An_unknown_key_is_refused_with_the_one_that_may_be_meant(string key, string hint) => Assert.StartsWith(
        $"ses-compliance:{key} is unknown in stack 'dev': {hint}", Assert.Throws<RunException>(() => Parse((key, "x"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_keys_are_told_together_with_the_other_mistakes()
    {
        var refusal = Assert.Throws<RunException>(() => Parse(("protect", "no"), ("ledgerDay", "3"), ("domian", "example.com")));

        Assert.Equal(
            ["ses-compliance:protect is 'no'", "ses-compliance:domian is unknown", "ses-compliance:ledgerDay is unknown"],
            refusal.Message.Split(Environment.NewLine).Select(line => line[..line.IndexOf(" in stack", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"aws:region": "us-east-1", "ses-compliance-too:key": "x"}""")]
    public void The_engine_may_hand_over_no_key_of_the_program(string? json) => Assert.Empty(EngineConfiguration.Keys("ses-compliance", json));

    [Fact]
    public void The_engines_keys_are_listed_as_new_and_old_engines_write_them() => Assert.Equal(
        ["domain", "protect"], EngineConfiguration.Keys("ses-compliance", """{"ses-compliance:domain": "example.com", "ses-compliance:config:protect": "true"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("a_b")]
    [InlineData("a-very-long-stack-name")]
    public void A_stack_name_that_would_not_fit_into_every_resource_name_is_refused(string stack) =>
        Assert.Contains($"the stack's name is '{stack}'", Assert.Throws<RunException>(() => Parse(stack)).Message, StringComparison.Ordinal);

    private static StackSettings Parse(params (string Key, string Value)[] config) => Parse("dev", config);

    private static StackSettings Parse(string stack, params (string Key, string Value)[] config)
    {
        var values = new Dictionary<string, string> { ["domain"] = "example.com", ["fromAddress"] = "verify@example.com" };
        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        return StackSettings.Parse(stack, values.GetValueOrDefault, values.Keys);
    }
}
