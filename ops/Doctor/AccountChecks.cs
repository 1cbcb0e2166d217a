using System.Globalization;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>What SES allows the account.</summary>
internal static class AccountChecks
{
    private const string Access = "Production access";
    private const string Enforcement = "Enforcement status";
    private const string Sending = "Account sending";
    private const string Quota = "Quota of 24 hours";
    private const string Rate = "Sending rate";
    private const string Suppression = "Account suppression list";

    /// <summary>Parts of the daily quota.</summary>
    private const double QuotaWarning = 0.7;
    private const double QuotaFailure = 0.9;

    private static CheckGroup Group => CheckGroup.Account;

    public static IEnumerable<Question> For(Patient patient) =>
    [
        new(Group, [Access, Enforcement, Sending, Quota, Rate, Suppression], async () =>
        {
            var account = await patient.Aws.Ses.GetAccountAsync(new GetAccountRequest(), patient.Cancelled);
            return [OfAccess(account), OfEnforcement(account), OfSending(account), OfQuota(account.SendQuota), OfRate(patient, account.SendQuota), OfSuppression(account)];
        }),
    ];

    private static Check OfAccess(GetAccountResponse account)
    {
        if (account.ProductionAccessEnabled == true)
        {
            return Group.Pass(Access, "granted");
        }

        var review = account.Details?.ReviewDetails;
        const string why = "In the sandbox SES sends only to verified addresses, 200 mails a day and one a second.";
        return review?.Status == ReviewStatus.PENDING ? Group.Fail(Access, $"sandbox, AWS looks at the request{Case(review)}", why, "Wait for AWS's answer in the Support Center; it takes about a day.")
            : review?.Status == ReviewStatus.DENIED ? Group.Fail(Access, $"sandbox, the request was denied{Case(review)}", why, "Answer the case in the Support Center with what it asks for.")
            : Group.Fail(
                Access, "sandbox", why, "Say how recipients ask for mail, and how bounces and complaints are handled:",
                "aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --contact-language EN --website-url https://YOUR-SITE --use-case-description 'YOUR CASE'");
    }

    private static string Case(ReviewDetails review) => review.CaseId is { Length: > 0 } id ? $" (case {id})" : "";

    private static Check OfEnforcement(GetAccountResponse account) => account.EnforcementStatus switch
    {
        "HEALTHY" => Group.Pass(Enforcement, "HEALTHY"),
        "PROBATION" => Group.Fail(
            Enforcement, "PROBATION", "AWS reviews the account and pauses its sending unless the cause is mended.",
            "Read AWS's mail, mend what it names, and answer the case in the Support Center.", "ses-ops suppressions stats"),
        "SHUTDOWN" => Group.Fail(
            Enforcement, "SHUTDOWN", "AWS has paused the account's sending: every mail is refused.",
            "Read AWS's mail, mend what it names, and ask for a review in the case in the Support Center."),
        var other => Group.Warn(Enforcement, other ?? "not told", "Not a status that is known here.", "Look in the SES console under Reputation metrics."),
    };

    private static Check OfSending(GetAccountResponse account) => account.SendingEnabled == true
        ? Group.Pass(Sending, "enabled")
        : Group.Fail(
            Sending, "paused", "SES refuses every mail of the account in this region.",
            account.EnforcementStatus == "SHUTDOWN" ? "AWS lifts it together with the enforcement status." : "aws sesv2 put-account-sending-attributes --sending-enabled");

    private static Check OfQuota(SendQuota quota)
    {
        var (sent, most) = (quota.SentLast24Hours ?? 0, quota.Max24HourSend ?? 0);
        if (most < 0)
        {
            return Group.Pass(Quota, Text($"{sent:0} mails sent; unlimited"));
        }

        var used = most == 0 ? 1 : sent / most;
        var found = Text($"{100 * used:0.#} % used: {sent:0} of {most:0} mails");
        const string raise = "aws service-quotas request-service-quota-increase --service-code ses --quota-code L-804C8AE8 --desired-value NUMBER";
        return used switch
        {
            >= QuotaFailure => Group.Fail(Quota, found, "Beyond the quota every send fails until the 24 hours have passed.", "Find out what sends: docs/OPERATIONS_RUNBOOK.md, section ses-daily-quota-90-percent", raise),
            >= QuotaWarning => Group.Warn(Quota, found, "Beyond the quota every send fails.", "See docs/OPERATIONS_RUNBOOK.md, section ses-daily-quota-70-percent", raise),
            _ => Group.Pass(Quota, found),
        };
    }

    private static Check OfRate(Patient patient, SendQuota quota)
    {
        var rate = quota.MaxSendRate ?? 0;
        if (!int.TryParse(patient.File?.Get("maxSendConcurrency"), NumberStyles.None, CultureInfo.InvariantCulture, out var concurrency))
        {
            return Group.Pass(Rate, Text($"{rate:0.##} mails a second"));
        }

        var found = Text($"{rate:0.##} mails a second, {concurrency} concurrent sends");
        return concurrency <= rate || rate < 0
            ? Group.Pass(Rate, found)
            : Group.Warn(
                Rate, found, "More concurrent sends than mails a second: SES throttles, and sends wait or fail.",
                Text($"pulumi config set ses-compliance:maxSendConcurrency {Math.Max(1, Math.Floor(rate)):0} --stack {patient.Stack.Name} && pulumi up --stack {patient.Stack.Name}"));
    }

    private static Check OfSuppression(GetAccountResponse account)
    {
        var reasons = account.SuppressionAttributes?.SuppressedReasons ?? [];
        var found = reasons.Count == 0 ? "off" : string.Join(", ", reasons);
        return reasons.Contains("BOUNCE") && reasons.Contains("COMPLAINT")
            ? Group.Pass(Suppression, found)
            : Group.Warn(
                Suppression, found, "SES's own list is the second line behind the stack's; it should be kept for BOUNCE and COMPLAINT.",
                "aws sesv2 put-account-suppression-attributes --suppressed-reasons BOUNCE COMPLAINT");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
