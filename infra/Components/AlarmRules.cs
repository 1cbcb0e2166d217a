using static SesCompliance.Infra.Components.Limit;

namespace SesCompliance.Infra.Components;

/// <summary>Every alarm of the stack.</summary>
internal static class AlarmRules
{
    private const int Hour = 60 * 60;
    private const int Day = 24 * Hour;

    public static IEnumerable<AlarmRule> For(AlarmSettings settings, StackMetrics metrics)
    {
        var bounces = metrics.Reputation("Reputation.BounceRate");
        var complaints = metrics.Reputation("Reputation.ComplaintRate");
        var failures = FailureRate(metrics, settings.MinimumSends);

        return
        [
            Reputation(
                "ses-high-bounce-rate-CRITICAL", "So many mails bounce that AWS may suspend the account's sending.",
                bounces, settings.BounceRate.Critical),
            Reputation(
                "ses-high-complaint-rate-CRITICAL", "So many recipients complain that AWS may suspend the account's sending.",
                complaints, settings.ComplaintRate.Critical),
            Reputation("ses-bounce-rate-warning", "The bounce rate nears the one at which AWS reviews accounts.", bounces, settings.BounceRate.Warning),
            Reputation("ses-complaint-rate-warning", "The complaint rate nears the one at which AWS reviews accounts.", complaints, settings.ComplaintRate.Warning),

            new(
                "ses-email-failure-rate-high", "SES refused many of the last hour's mails.",
                failures, Above(settings.FailureRate.Critical)),
            new(
                "ses-email-failure-rate-warning", "SES refused more of the last hour's mails than usual.",
                failures, Above(settings.FailureRate.Warning)),
            new(
                "ses-suppressed-emails-detected", "The bot asked for mail to an address on the suppression list; nothing was sent.",
                metrics.Counted("EmailsSuppressed"), AtLeast(1)),
            new(
                "ses-suppression-check-failed",
                "The suppression list could not be asked; with onSuppressionFailure open, mail went out unchecked.",
                metrics.Counted("SuppressionCheckFailed"), AtLeast(1)),

            new(
                "ses-feedback-undelivered", "SNS could not deliver SES's feedback to its handler; it waits in a queue.",
                StackMetrics.Depth(metrics.Undelivered), AtLeast(1)),
            new(
                "ses-feedback-unprocessed", "The handler could not process SES's feedback; it waits in a queue.",
                StackMetrics.Depth(metrics.Unprocessed), AtLeast(1)),

            // Retries absorb single errors, and throttles too: maxSendConcurrency throttles on purpose.
            new(
                "ses-function-errors", "Five or more function calls ended in errors within five minutes.",
                Formula.SumOf("Errors", metrics.OfEveryFunction("Errors")), AtLeast(5)),
            new(
                "ses-function-throttles", "Functions have been throttled for 15 minutes: mail waits or fails.",
                Formula.SumOf("Throttles", metrics.OfEveryFunction("Throttles")), AtLeast(1))
            {
                Periods = 3,
            },
            new(
                "ses-send-executions-failed", "A mail was not sent, or its sending could not be confirmed, and the request was not to blame.",
                FailedThroughNoFaultOfTheRequest(metrics), AtLeast(1)),
            new(
                "ses-send-executions-timed-out", "An execution of the send flow ran out of time.",
                metrics.Executions("ExecutionsTimedOut"), AtLeast(1)),

            .. settings.DailyQuota is { } quota ? Quota(quota) : [],
            .. settings.NoMailMinutes > 0 ? NoMail(settings.NoMailMinutes, metrics) : [],
        ];
    }

    /// <summary>Reputation metrics have gaps, in which nothing changed: AWS advises to ignore missing data.</summary>
    private static AlarmRule Reputation(string name, string means, AlarmSignal rate, double limit) => new(name, means, rate, Above(limit)) { MissingData = "ignore" };

    /// <summary>Failed sends among all attempts of an hour: a fraction; 0 where there were too few for a rate to mean anything.</summary>
    private static Formula FailureRate(StackMetrics metrics, int minimum)
    {
        const string attempts = "(FILL(sent, 0) + FILL(failed, 0))";
        return new Formula(
            "Failure rate",
            $"IF({attempts} >= {minimum}, FILL(failed, 0) / {attempts}, 0)",
            ("sent", metrics.Counted("EmailsSent", Hour)),
            ("failed", metrics.Counted("EmailsFailed", Hour)));
    }

    /// <summary>
    /// Failed executions less those that the flow ended because of their request; a refusal is counted before its execution fails. Why so:
    /// docs/decisions/failed-executions.md
    /// </summary>
    private static Formula FailedThroughNoFaultOfTheRequest(StackMetrics metrics) => new(
        "Failed executions",
        "FILL(failed, 0) - FILL(refused, 0)",
        ("failed", metrics.Executions("ExecutionsFailed")),
        ("refused", metrics.Counted("RequestsRefused")));

    private static AlarmRule[] Quota(int quota) =>
    [
        new(
            "ses-daily-quota-70-percent", "70 % of the mails that SES allows in 24 hours are used.",
            StackMetrics.AccountSends(Day), AtLeast(0.7 * quota)),
        new(
            "ses-daily-quota-90-percent", "90 % of the mails that SES allows in 24 hours are used; beyond them every send fails.",
            StackMetrics.AccountSends(Day), AtLeast(0.9 * quota)),
    ];

    private static AlarmRule[] NoMail(int minutes, StackMetrics metrics) =>
    [
        new(
            "ses-no-mail-sent", "No mail was sent for as long as key noMailMinutes says.",
            metrics.Counted("EmailsSent", minutes * 60), Below(1))
        {
            MissingData = "breaching",
        },
    ];
}
