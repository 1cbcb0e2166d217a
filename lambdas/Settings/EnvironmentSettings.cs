using System.Globalization;
using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Lambdas.Settings;

/// <summary>
/// Reads the environment variables that the stack sets. Each function asks for those it needs and then <see cref="Check"/>s, so that
/// all mistakes are told at once, at init and not at the first mail.
/// </summary>
/// <param name="read">Reads a variable; null where it is not set.</param>
public sealed class EnvironmentSettings(Func<string, string?> read)
{
    private readonly List<string> mistakes = [];

    public string SuppressionListTable => Table("SUPPRESSION_LIST_TABLE");

    public string SendLedgerTable => Table("SEND_LEDGER_TABLE");

    /// <summary>The sender, alone or with a display name, as it goes into From.</summary>
    public string FromEmail => Text(
        "FROM_EMAIL",
        value => !value.All(char.IsAscii) ? "must be ASCII: write the display name as RFC 2047 says (=?UTF-8?B?...?=)"
            : EmailAddress.TryParse(value, out _, out var problem) ? null
            : problem);

    public string ConfigurationSet => Text(
        "CONFIGURATION_SET",
        value => RequestLimits.IsPlainName(value, 64) ? null : "must be 1 to 64 of A-Z a-z 0-9 _ -");

    /// <summary>How long a ledger row stays: LEDGER_DAYS, 30 where it is not set.</summary>
    public TimeSpan LedgerKeep
    {
        get
        {
            var value = read("LEDGER_DAYS");
            if (string.IsNullOrEmpty(value))
            {
                return TimeSpan.FromDays(30);
            }

            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650)
            {
                return TimeSpan.FromDays(days);
            }

            // Step Functions can redrive an execution for 14 days, but how long is prudent is the stack's to judge.
            mistakes.Add($"LEDGER_DAYS is '{value}': must be a whole number of days from 1 to 3650");
            return TimeSpan.Zero;
        }
    }

    /// <summary>The stack's name, the metrics' dimension Environment.</summary>
    public string StackName => Text("ENVIRONMENT", value => value.Length <= 255 ? null : "must have at most 255 characters");

    /// <exception cref="InvalidSettings">Something that was asked for is missing or wrong.</exception>
    public void Check()
    {
        if (mistakes.Count > 0)
        {
            throw new InvalidSettings(string.Join("; ", mistakes));
        }
    }

    private string Table(string key) => Text(
        key,
        value => value.Length is >= 3 and <= 255 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? null
            : "must be the name of a DynamoDB table: 3 to 255 of A-Z a-z 0-9 _ - .");

    private string Text(string key, Func<string, string?> findProblem)
    {
        var value = read(key);
        if (string.IsNullOrEmpty(value))
        {
            mistakes.Add($"{key} is not set");
        }
        else if (findProblem(value) is { } problem)
        {
            mistakes.Add($"{key} is '{value}': {problem}");
        }

        return value ?? "";
    }
}
