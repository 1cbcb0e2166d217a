using Pulumi;

namespace SesCompliance.Infra.Components;

/// <summary>What an alarm watches: one metric, or a formula of several.</summary>
internal abstract record AlarmSignal;

/// <param name="Namespace">E.g. <c>AWS/SES</c>.</param>
/// <param name="Name">E.g. <c>Send</c>.</param>
/// <param name="Statistic">Sum, Average or Maximum over each period.</param>
/// <param name="Period">Seconds; a multiple of 60.</param>
internal sealed record Metric(string Namespace, string Name, string Statistic, int Period, InputMap<string> Dimensions) : AlarmSignal;

/// <summary>Metric math: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html</summary>
/// <param name="Label">What the result is called.</param>
/// <param name="Expression">Names each metric by its id.</param>
internal sealed record Formula(string Label, string Expression, params (string Id, Metric Metric)[] Terms) : AlarmSignal
{
    /// <summary>The sum; a metric without data counts as 0.</summary>
    public static Formula SumOf(string label, Metric[] metrics) => new(
        label,
        string.Join(" + ", metrics.Select((_, index) => $"FILL(m{index + 1}, 0)")),
        [.. metrics.Select((metric, index) => ($"m{index + 1}", metric))]);
}
