using SesCompliance.Lambdas.Settings;

namespace SesCompliance.Tests.Lambdas.Settings;

public sealed class EnvironmentSettingsTests
{
    private readonly Dictionary<string, string> variables = new()
    {
        ["SUPPRESSION_LIST_TABLE"] = "ses-email-suppression-list-dev",
        ["SEND_LEDGER_TABLE"] = "ses-send-ledger-dev",
        ["FROM_EMAIL"] = "Bot <noreply@example.org>",
        ["CONFIGURATION_SET"] = "ses-dev",
        ["LEDGER_DAYS"] = "45",
        ["ENVIRONMENT"] = "dev",
    };

    [Fact]
    public void What_the_stack_sets_is_read()
    {
        var settings = Settings();
        Assert.Equal(
            ("ses-email-suppression-list-dev", "ses-send-ledger-dev", "Bot <noreply@example.org>", "ses-dev", TimeSpan.FromDays(45), "dev"),
            (settings.SuppressionListTable, settings.SendLedgerTable, settings.FromEmail, settings.ConfigurationSet, settings.LedgerKeep, settings.StackName));
        settings.Check();
    }

    [Fact]
    public void A_ledger_row_stays_for_30_days_unless_told_otherwise()
    {
        variables.Remove("LEDGER_DAYS");
        Assert.Equal(TimeSpan.FromDays(30), Settings().LedgerKeep);
    }

    [Theory]
    [InlineData("SEND_LEDGER_TABLE", "x", "SEND_LEDGER_TABLE is 'x': must be the name of a DynamoDB table")]
    [InlineData("SEND_LEDGER_TABLE", "", "SEND_LEDGER_TABLE is not set")]
    [InlineData("FROM_EMAIL", "noreply", "FROM_EMAIL is 'noreply': must be one address with an @")]
    [InlineData("FROM_EMAIL", "a@b.de\r\nBcc: c@d.de", "control characters")]
    [InlineData("FROM_EMAIL", "B\u00f6t <noreply@example.org>", "must be ASCII")]
    [InlineData("CONFIGURATION_SET", "a b", "CONFIGURATION_SET is 'a b': must be 1 to 64")]
    [InlineData("LEDGER_DAYS", "0", "LEDGER_DAYS is '0': must be a whole number of days from 1 to 3650")]
    [InlineData("LEDGER_DAYS", "30.5", "LEDGER_DAYS is '30.5'")]
    [InlineData("LEDGER_DAYS", "-1", "LEDGER_DAYS is '-1'")]
    public void A_wrong_setting_is_named_with_its_value_and_rule(string key, string value, string message)
    {
        variables[key] = value;
        var settings = Settings();
        _ = (settings.SendLedgerTable, settings.FromEmail, settings.ConfigurationSet, settings.LedgerKeep);
        Assert.Contains(message, Assert.Throws<InvalidSettings>(settings.Check).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_only_of_what_was_asked_for()
    {
        variables.Clear();
        var settings = Settings();
        _ = (settings.SendLedgerTable, settings.FromEmail);
        Assert.Equal("SEND_LEDGER_TABLE is not set; FROM_EMAIL is not set", Assert.Throws<InvalidSettings>(settings.Check).Message);
    }

    private EnvironmentSettings Settings() => new(variables.GetValueOrDefault);
}
