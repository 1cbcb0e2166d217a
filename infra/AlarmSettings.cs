namespace SesCompliance.Infra;

/// <summary>A rate's two thresholds as fractions; the rate must be above them to count.</summary>
public sealed record RateThresholds(double Warning, double Critical);

/// <summary>When the alarms go off and whom they tell.</summary>
public sealed record AlarmSettings
{
    /// <summary>Who is mailed when an alarm goes off and when it is over; each has to confirm the subscription once.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Mails that SES lets the account send in 24 hours (GetAccount, Max24HourSend); null: no quota alarms.</summary>
    public int? DailyQuota { get; init; }

    /// <summary>
    /// Attempts in an hour below which the failure rate counts as 0. The default is the least at which one failed mail alone (1 of 20 is 5 %) is not
    /// above the default warning.
    /// </summary>
    public int MinimumSends { get; init; }

    /// <summary>AWS reviews accounts at 0.05 and may pause their sending at 0.10.</summary>
    public required RateThresholds BounceRate { get; init; }

    /// <summary>AWS reviews accounts at 0.001 and may pause their sending at 0.005.</summary>
    public required RateThresholds ComplaintRate { get; init; }

    /// <summary>Failed sends among all attempts.</summary>
    public required RateThresholds FailureRate { get; init; }

    /// <summary>Minutes without a sent mail that raise an alarm; 0: none does.</summary>
    public int NoMailMinutes { get; init; }

    internal static AlarmSettings Parse(SettingsReader read) => new()
    {
        Emails = read.List("alertEmails", StackSettings.Addresses(), "plain addresses, such as ops@example.com, each once"),
        DailyQuota = read.Number("dailyQuota", 1, 100_000_000),
        MinimumSends = read.Number("minimumSends", 20, 1, 1_000_000),
        BounceRate = Rate(read, "bounceRate", new(0.03, 0.05), 0.001, 0.1),
        ComplaintRate = Rate(read, "complaintRate", new(0.0005, 0.001), 0.0001, 0.005),
        FailureRate = Rate(read, "failureRate", new(0.05, 0.10), 0.01, 1),
        NoMailMinutes = read.Number("noMailMinutes", 0, 0, 1_440),
    };

    private static RateThresholds Rate(SettingsReader read, string key, RateThresholds otherwise, double least, double most)
    {
        var critical = read.Fraction($"{key}Critical", otherwise.Critical, least, most);
        var warning = read.Fraction($"{key}Warning", otherwise.Warning, least, most);
        read.RefuseUnless(warning < critical, $"{key}Warning", warning, $"must be below {SettingsReader.Text(critical)} (key {key}Critical)");
        return new(warning, critical);
    }
}
