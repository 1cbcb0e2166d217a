using SesCompliance.Local.Ses;

namespace SesCompliance.Local.CloudWatch;

/// <summary>SES's own metrics, namespace AWS/SES: for the account, and for the configuration set that the mail was sent with.</summary>
public sealed class SesMetrics(MetricStore metrics) : ISesMetrics
{
    public void Count(SesCount count)
    {
        Put(count, []);
        if (count.ConfigurationSet is { } set)
        {
            Put(count, [KeyValuePair.Create("ses:configuration-set", set)]);
        }
    }

    private void Put(SesCount count, KeyValuePair<string, string>[] dimensions) => metrics.Put(
        new MetricId("AWS/SES", count.Type.ToString(), dimensions),
        Sample.Of(MetricStore.CutTo(count.Time, TimeSpan.FromMinutes(1)), "Count", count.Recipients));
}
