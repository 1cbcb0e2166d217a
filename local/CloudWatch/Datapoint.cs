using System.Globalization;

namespace SesCompliance.Local.CloudWatch;

/// <summary>What a metric came to in one period.</summary>
/// <param name="At">The period's start.</param>
/// <param name="Samples">At least one, all of one unit.</param>
public sealed record Datapoint(DateTimeOffset At, string Unit, IReadOnlyList<Sample> Samples)
{
    public double SampleCount => Samples.Sum(sample => sample.Count);

    public double Sum => Samples.Sum(sample => sample.Sum);

    public double Average => Sum / SampleCount;

    public double Minimum => Samples.Min(sample => sample.Minimum);

    public double Maximum => Samples.Max(sample => sample.Maximum);

    /// <summary>The value of a statistic by CloudWatch's name: SampleCount, Sum, Average, Minimum, Maximum, or a percentile (<c>p99</c>, <c>p99.9</c>).</summary>
    /// <returns>Null for a percentile of values that were published as statistic sets only.</returns>
    /// <exception cref="ArgumentException">There is no such statistic.</exception>
    public double? Statistic(string name) => name switch
    {
        "SampleCount" => SampleCount,
        "Sum" => Sum,
        "Average" => Average,
        "Minimum" => Minimum,
        "Maximum" => Maximum,
        _ when Percentile(name) is { } percentile => Ranked(percentile),
        _ => throw new ArgumentException($"'{name}' is no statistic", nameof(name)),
    };

    /// <summary>The number of a percentile statistic, 0 to 100; null where the name is not one.</summary>
    public static double? Percentile(string name) =>
        name.StartsWith('p') && double.TryParse(name.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percentile) && percentile is >= 0 and <= 100
            ? percentile
            : null;

    // Nearest rank.
    private double? Ranked(double percentile)
    {
        if (Samples.Any(sample => !sample.IsRaw || sample.Minimum < 0))
        {
            return null;
        }

        var rank = Math.Max(1, Math.Ceiling(percentile / 100 * SampleCount));
        var seen = 0d;
        foreach (var sample in Samples.OrderBy(sample => sample.Minimum))
        {
            seen += sample.Count;
            if (seen >= rank)
            {
                return sample.Minimum;
            }
        }

        return Maximum;
    }
}
