using SesCompliance.Local.Ses;

namespace SesCompliance.Local.CloudWatch;

/// <summary>
/// SES's own metrics, namespace AWS/SES: for the account, and for the configuration set that the mail was sent with. Reputation is told for the account, and
/// for configuration sets that ask for it, as fractions of all mail since the cloud began (AWS takes a "representative volume" that it does not define).
/// </summary>
public sealed class SesMetrics(MetricStore metrics) : ISesMetrics
{
    private readonly Dictionary<string, Tally> tallies = [];
    private readonly Lock gate = new();

    public void Count(SesCount count)
    {
        Put(count, []);
        Rate(count, "", []);
        if (count.ConfigurationSet is { } set)
        {
            KeyValuePair<string, string>[] dimensions = [KeyValuePair.Create("ses:configuration-set", set)];
            Put(count, dimensions);
            if (count.ReputationMetricsEnabled)
            {
                Rate(count, set, dimensions);
            }
        }
    }

    private void Put(SesCount count, KeyValuePair<string, string>[] dimensions) => metrics.Put(
        new MetricId("AWS/SES", count.Type.ToString(), dimensions),
        Sample.Of(MetricStore.CutTo(count.Time, TimeSpan.FromMinutes(1)), "Count", count.Recipients));

    private void Rate(SesCount count, string of, KeyValuePair<string, string>[] dimensions)
    {
        if (!count.CountsForReputation)
        {
            return;
        }

        lock (gate)
        {
            var tally = tallies.GetValueOrDefault(of);
            tallies[of] = tally = count.Type switch
            {
                SesEventType.Send => tally with { Sent = tally.Sent + count.Recipients },
                SesEventType.Bounce => tally with { Bounced = tally.Bounced + count.Recipients },
                SesEventType.Complaint => tally with { Complained = tally.Complained + count.Recipients },
                _ => tally,
            };
            if (tally.Sent > 0)
            {
                var minute = MetricStore.CutTo(count.Time, TimeSpan.FromMinutes(1));
                metrics.Replace(new MetricId("AWS/SES", "Reputation.BounceRate", dimensions), Sample.Of(minute, "None", (double)tally.Bounced / tally.Sent));
                metrics.Replace(new MetricId("AWS/SES", "Reputation.ComplaintRate", dimensions), Sample.Of(minute, "None", (double)tally.Complained / tally.Sent));
            }
        }
    }

    private readonly record struct Tally(long Sent, long Bounced, long Complained);
}
