namespace SesCompliance.Ops.Doctor;

/// <summary>The alarms that a stack declares, by their names without the stack; infra/Components/AlarmRules.cs.</summary>
internal static class StackAlarms
{
    public static IReadOnlyList<string> Always { get; } =
    [
        "ses-high-bounce-rate-CRITICAL",
        "ses-high-complaint-rate-CRITICAL",
        "ses-bounce-rate-warning",
        "ses-complaint-rate-warning",
        "ses-email-failure-rate-high",
        "ses-email-failure-rate-warning",
        "ses-suppressed-emails-detected",
        "ses-suppression-check-failed",
        "ses-feedback-undelivered",
        "ses-feedback-unprocessed",
        "ses-function-errors",
        "ses-function-throttles",
        "ses-send-executions-failed",
        "ses-send-executions-timed-out",
    ];

    /// <summary>Declared only where the stack's file has the key.</summary>
    public static IReadOnlyList<(string Name, string Key)> ByKey { get; } =
    [
        ("ses-daily-quota-70-percent", "dailyQuota"),
        ("ses-daily-quota-90-percent", "dailyQuota"),
        ("ses-no-mail-sent", "noMailMinutes"),
    ];
}
