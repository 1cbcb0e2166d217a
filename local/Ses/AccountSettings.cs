namespace SesCompliance.Local.Ses;

/// <summary>The account's standing with SES.</summary>
public sealed record AccountSettings
{
    /// <summary>False is the sandbox: recipients must be verified, too.</summary>
    public bool ProductionAccess { get; init; } = true;

    /// <summary>HEALTHY, PROBATION or SHUTDOWN.</summary>
    public string EnforcementStatus { get; init; } = "HEALTHY";

    public bool SendingEnabled { get; init; } = true;

    /// <summary>Recipients in any 24 hours; -1 is unlimited.</summary>
    public double Max24HourSend { get; init; } = 50_000;

    /// <summary>Recipients a second.</summary>
    public double MaxSendRate { get; init; } = 14;

    /// <summary>Which of BOUNCE and COMPLAINT the account's own suppression list is kept for; empty: it is neither written nor consulted.</summary>
    public IReadOnlyList<string> SuppressedReasons { get; init; } = ["BOUNCE", "COMPLAINT"];

    /// <summary>A new account: the sandbox with 200 mails a day and one a second.</summary>
    public static AccountSettings Sandbox { get; } = new() { ProductionAccess = false, Max24HourSend = 200, MaxSendRate = 1 };
}
