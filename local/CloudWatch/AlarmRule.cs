using System.Globalization;

namespace SesCompliance.Local.CloudWatch;

/// <summary>Judges an alarm at the end of a minute, as "Configuring how CloudWatch alarms treat missing data" of CloudWatch's user guide lays down.</summary>
internal sealed class AlarmRule
{
    // The guide's tables look at five periods for three; how many it is for a given period is not published.
    private const int ExtraPeriods = 2;

    private readonly AlarmDefinition definition;
    private readonly MetricMath? math;
    private readonly string? returned;
    private readonly TimeSpan period;

    public AlarmRule(AlarmDefinition definition)
    {
        this.definition = definition;
        if (definition.Stat is { } stat)
        {
            period = stat.Period;
            return;
        }

        math = new MetricMath(definition.Queries);
        returned = definition.Queries.Single(query => query.ReturnData).Id;
        period = math.PeriodOf(returned);
    }

    private int Needed => definition.DatapointsToAlarm ?? definition.EvaluationPeriods;

    /// <param name="end">The minute's end; the periods looked at end there.</param>
    /// <returns>Null where the state stays.</returns>
    public (string Value, string Reason)? Judge(MetricStore metrics, DateTimeOffset end)
    {
        // A data point that came late counts for a few periods more, but not for hours.
        var count = definition.EvaluationPeriods + (period < TimeSpan.FromHours(1) ? ExtraPeriods : 0);
        var start = end - (period * count);
        var values = math is null ? MetricMath.Read(metrics, definition.Stat!, start, count) : math.Values(returned!, metrics, start, count);

        // Newest first; an age of 1 is the newest period's.
        var known = values.Select((value, i) => (Value: value, At: start + (period * i), Age: count - i))
            .Where(point => point.Value is not null)
            .Select(point => (Value: point.Value!.Value, point.At, point.Age))
            .OrderBy(point => point.Age)
            .Take(definition.EvaluationPeriods)
            .ToList();
        var breaching = known.Count(point => Breaches(point.Value));
        var missing = definition.EvaluationPeriods - known.Count;
        var mode = definition.TreatMissingData ?? "missing";
        if (missing == 0 || breaching >= Needed)
        {
            return Told(breaching >= Needed, known.Select(point => (point.Value, point.At)));
        }

        if (mode is "breaching" or "notBreaching")
        {
            return Filled(mode == "breaching" ? breaching + missing >= Needed : breaching >= Needed, missing, mode);
        }

        if (known.Count > 0 && breaching < known.Count)
        {
            return Told(false, known.Select(point => (point.Value, point.At)));
        }

        return mode == "ignore" ? null
            : known.Count == 0 ? (AlarmState.InsufficientData, $"Insufficient Data: {Count(missing, "datapoint")} {(missing == 1 ? "was" : "were")} unknown.")
            : known[^1].Age >= Needed ? Told(true, known.Select(point => (point.Value, point.At)))
            : null;
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static (string Value, string Reason) Filled(bool alarms, int missing, string mode) => (
        alarms ? AlarmState.InAlarm : AlarmState.Ok,
        $"Threshold Crossed: no datapoints were received for {Count(missing, "period")} and {Count(missing, "missing datapoint")} {(missing == 1 ? "was" : "were")} treated as [{(mode == "breaching" ? "Breaching" : "NonBreaching")}].");

    private (string Value, string Reason) Told(bool alarms, IEnumerable<(double Value, DateTimeOffset At)> points)
    {
        var shown = points.Where(point => Breaches(point.Value) == alarms).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Value} ({point.At:dd/MM/yy HH:mm:ss})")).ToList();
        var minimum = alarms ? Needed : definition.EvaluationPeriods - Needed + 1;
        var was = shown.Count == 1 ? "was" : "were";
        var threshold = definition.Threshold.ToString("R", CultureInfo.InvariantCulture);
        return (
            alarms ? AlarmState.InAlarm : AlarmState.Ok,
            $"Threshold Crossed: {shown.Count} out of the last {Count(definition.EvaluationPeriods, "datapoint")} [{string.Join(", ", shown)}] {was} {(alarms ? "" : "not ")}{Compared} the threshold ({threshold}) (minimum {Count(minimum, "datapoint")} for {(alarms ? "OK -> ALARM" : "ALARM -> OK")} transition).");
    }

    private string Compared => definition.Comparison switch
    {
        "GreaterThanThreshold" => "greater than",
        "GreaterThanOrEqualToThreshold" => "greater than or equal to",
        "LessThanThreshold" => "less than",
        _ => "less than or equal to",
    };

    private bool Breaches(double value) => definition.Comparison switch
    {
        "GreaterThanThreshold" => value > definition.Threshold,
        "GreaterThanOrEqualToThreshold" => value >= definition.Threshold,
        "LessThanThreshold" => value < definition.Threshold,
        _ => value <= definition.Threshold,
    };
}
