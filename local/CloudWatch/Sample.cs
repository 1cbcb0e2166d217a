namespace SesCompliance.Local.CloudWatch;

/// <summary>What was published for one moment: one value, once or several times, or a statistic set.</summary>
/// <param name="At">Cut to the metric's resolution, a minute or a second.</param>
public sealed record Sample(DateTimeOffset At, string Unit, double Count, double Sum, double Minimum, double Maximum)
{
    /// <summary>All its values are equal, so that percentiles can be told.</summary>
    public bool IsRaw => Minimum.Equals(Maximum) || Count.Equals(1);

    public static Sample Of(DateTimeOffset at, string unit, double value, double count = 1) => new(at, unit, count, value * count, value, value);
}
