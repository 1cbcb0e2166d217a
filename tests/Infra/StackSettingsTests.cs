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
    public void A_wrong_value_is_refused_with_key_value_stack_and_rule(string key, string value, string message)
    {
        var refusal = Assert.Throws<RunException>(() => Parse((key, value)));

        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var refusal = Assert.Throws<RunException>(() => StackSettings.Parse("dev", key => key == "protect" ? "no" : null));

        Assert.Equal(
            ["ses-compliance:domain is missing", "ses-compliance:fromAddress is missing", "ses-compliance:protect is 'no'"],
            refusal.Message.Split(Environment.NewLine).Select(line => line[..line.IndexOf(" in stack", StringComparison.Ordinal)]));
    }

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

        return StackSettings.Parse(stack, values.GetValueOrDefault);
    }
}
