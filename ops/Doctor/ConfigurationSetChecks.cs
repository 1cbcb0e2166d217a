using System.Globalization;
using Amazon.CloudWatch.Model;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>The configuration set that every mail names, and the reputation that SES keeps for it.</summary>
internal static class ConfigurationSetChecks
{
    private const string Set = "Configuration set";
    private const string Sending = "Configuration set's sending";
    private const string Metrics = "Reputation metrics";

    /// <summary>Days back to the newest value: SES publishes where something changed.</summary>
    private const int Days = 14;
    private const int Hour = 60 * 60;

    private static readonly Reputation Bounces = new("Bounce rate", "Reputation.BounceRate", 0.03, 0.05, 0.10, "ses-high-bounce-rate-CRITICAL");
    private static readonly Reputation Complaints = new("Complaint rate", "Reputation.ComplaintRate", 0.0005, 0.001, 0.005, "ses-high-complaint-rate-CRITICAL");

    private static CheckGroup Group => CheckGroup.Sending;

    public static IEnumerable<Question> For(Patient patient) =>
    [
        new(Group, [Set, Sending, Metrics], () => OfSetAsync(patient)),
        new(Group, [Bounces.Name, Complaints.Name], async () =>
        {
            var values = await LatestAsync(patient, Bounces, Complaints);
            return [OfRate(Bounces, values[0]), OfRate(Complaints, values[1])];
        }),
    ];

    private static async Task<IReadOnlyList<Check>> OfSetAsync(Patient patient)
    {
        var name = patient.Stack.ConfigurationSet;
        try
        {
            var set = await patient.Aws.Ses.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = name }, patient.Cancelled);
            patient.Presence.Found();
            return
            [
                Group.Pass(Set, name),
                set.SendingOptions?.SendingEnabled == true
                    ? Group.Pass(Sending, "enabled")
                    : Group.Fail(
                        Sending, "paused", "SES refuses every mail of the stack.", $"aws sesv2 put-configuration-set-sending-options --configuration-set-name {name} --sending-enabled"),
                set.ReputationOptions?.ReputationMetricsEnabled == true
                    ? Group.Pass(Metrics, "enabled")
                    : Group.Fail(
                        Metrics, "disabled", "The alarms of bounces and complaints see nothing.",
                        $"aws sesv2 put-configuration-set-reputation-options --configuration-set-name {name} --reputation-metrics-enabled"),
            ];
        }
        catch (NotFoundException)
        {
            patient.Presence.Missing();
            return [Group.Fail(Set, $"{name} is missing", "Every mail names it: SES refuses them all.", patient.Redeploy)];
        }
    }

    private static async Task<IReadOnlyList<double?>> LatestAsync(Patient patient, params Reputation[] rates)
    {
        var now = patient.Now();
        var data = await patient.Aws.CloudWatch.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = now.AddDays(-Days),
                EndTime = now.AddHours(1),
                MetricDataQueries = [.. rates.Select((rate, index) => new MetricDataQuery
                {
                    Id = $"m{index}",
                    MetricStat = new MetricStat
                    {
                        Stat = "Average",
                        Period = Hour,
                        Metric = new Metric
                        {
                            Namespace = "AWS/SES",
                            MetricName = rate.Metric,
                            Dimensions = [new Dimension { Name = "ses:configuration-set", Value = patient.Stack.ConfigurationSet }],
                        },
                    },
                })],
            },
            patient.Cancelled);
        var results = data.MetricDataResults ?? [];
        return [.. rates.Select((_, index) => results.FirstOrDefault(result => result.Id == $"m{index}")?.Values is [var newest, ..] ? newest : (double?)null)];
    }

    private static Check OfRate(Reputation rate, double? value)
    {
        if (value is not { } fraction)
        {
            return Group.Pass(rate.Name, $"no data in {Days} days");
        }

        var found = Percent(fraction);
        string[] toDo = [$"docs/OPERATIONS_RUNBOOK.md, section {rate.Runbook}", "ses-ops suppressions stats"];
        return fraction switch
        {
            _ when fraction >= rate.Pause => Group.Fail(rate.Name, found, $"AWS may pause the account's sending at {Percent(rate.Pause)}.", toDo),
            _ when fraction >= rate.Review => Group.Fail(rate.Name, found, $"AWS reviews accounts at {Percent(rate.Review)}.", toDo),
            _ when fraction >= rate.Near => Group.Warn(rate.Name, found, $"It nears the {Percent(rate.Review)} at which AWS reviews accounts.", toDo),
            _ => Group.Pass(rate.Name, found),
        };
    }

    private static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:0.###} %");

    /// <summary>A rate, and the fractions from which it nears a review, brings one, and may pause sending (https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-messages.html).</summary>
    private sealed record Reputation(string Name, string Metric, double Near, double Review, double Pause, string Runbook);
}
