using System.Globalization;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>Reads one datum of PutMetricData; limits as the API reference gives them.</summary>
internal static class MetricDatum
{
    private const int MostValues = 150;

    private static readonly TimeSpan Oldest = TimeSpan.FromDays(14);

    private static readonly TimeSpan Newest = TimeSpan.FromHours(2);

    private static readonly double Largest = Math.Pow(2, 360);

    /// <param name="place">Where the datum stands, e.g. <c>MetricData.member.1.</c>.</param>
    public static (MetricId Metric, IReadOnlyList<Sample> Samples) Read(JsonObject datum, string @namespace, string place, DateTimeOffset now)
    {
        datum.Only("MetricName", "Dimensions", "Timestamp", "Value", "StatisticValues", "Values", "Counts", "Unit", "StorageResolution");
        var metric = new MetricId(@namespace, MetricInput.Name(datum, "MetricName", place + "MetricName", 255), MetricInput.Dimensions(datum, place));
        var unit = MetricInput.Unit(datum, place) ?? "None";
        var at = MetricStore.CutTo(Timestamp(datum, place, now), Resolution(datum, place));
        return (metric, Samples(datum, place, at, unit));
    }

    private static IReadOnlyList<Sample> Samples(JsonObject datum, string place, DateTimeOffset at, string unit)
    {
        string[] given = [.. new[] { "Value", "StatisticValues", "Values" }.Where(member => datum[member] is JsonValue or JsonObject or JsonArray { Count: > 0 })];
        return given switch
        {
            [] => throw CloudWatchErrors.Missing($"{place}Value"),
            ["Value"] when datum.List("Counts").Count == 0 => [Sample.Of(at, unit, Number(datum, "Value", place))],
            ["StatisticValues"] => [StatisticSet(datum.Structure("StatisticValues")!, place + "StatisticValues.", at, unit)],
            ["Values"] => Values(datum, place, at, unit),
            ["Value"] => throw Exclusive(place, "Value", "Counts"),
            [var one, var other, ..] => throw Exclusive(place, one, other),
            _ => throw new InvalidOperationException(),
        };
    }

    private static Sample StatisticSet(JsonObject set, string place, DateTimeOffset at, string unit)
    {
        set.Only("SampleCount", "Sum", "Minimum", "Maximum");
        var sample = new Sample(at, unit, Number(set, "SampleCount", place), Number(set, "Sum", place), Number(set, "Minimum", place), Number(set, "Maximum", place));
        return sample.Count <= 0 ? throw CloudWatchErrors.Value($"The value {Write(sample.Count)} for parameter {place}SampleCount is invalid.")
            : sample.Minimum > sample.Maximum ? throw CloudWatchErrors.Value($"The parameter {place}Maximum must be greater than or equal to {place}Minimum.")
            : sample;
    }

    private static IReadOnlyList<Sample> Values(JsonObject datum, string place, DateTimeOffset at, string unit)
    {
        var values = Numbers(datum, "Values", place);
        var counts = Numbers(datum, "Counts", place);
        if (counts.Count > 0 && counts.Count != values.Count)
        {
            throw CloudWatchErrors.Value($"The parameters {place}Values and {place}Counts must be of the same size.");
        }

        return [.. values.Select((value, i) => Sample.Of(at, unit, value, counts.Count == 0 ? 1 : counts[i])).Where(sample => sample.Count > 0)];
    }

    private static IReadOnlyList<double> Numbers(JsonObject datum, string member, string place)
    {
        var list = datum.List(member);
        return list.Count > MostValues
            ? throw CloudWatchErrors.TooMany(place + member, MostValues)
            : [.. list.Select((item, i) => Number(new JsonObject { [member] = item?.DeepClone() }, member, place, $".member.{i + 1}"))];
    }

    private static double Number(JsonObject structure, string member, string place, string index = "") => structure.Number(member) switch
    {
        null => throw CloudWatchErrors.Missing(place + member + index),
        { } number when !double.IsFinite(number) || Math.Abs(number) > Largest => throw CloudWatchErrors.Value($"The value {Write(number)} for parameter {place}{member}{index} is invalid."),
        { } number => number,
    };

    private static DateTimeOffset Timestamp(JsonObject datum, string place, DateTimeOffset now) => datum.Time("Timestamp") switch
    {
        null => now,
        { } at when at < now - Oldest => throw CloudWatchErrors.Value($"The parameter {place}Timestamp must specify a time no more than two weeks in the past."),
        { } at when at > now + Newest => throw CloudWatchErrors.Value($"The parameter {place}Timestamp must specify a time no more than two hours in the future."),
        { } at => at,
    };

    private static TimeSpan Resolution(JsonObject datum, string place) => datum.Integer("StorageResolution") switch
    {
        null or 60 => TimeSpan.FromMinutes(1),
        1 => TimeSpan.FromSeconds(1),
        _ => throw CloudWatchErrors.Value($"The parameter {place}StorageResolution must be 1 or 60."),
    };

    private static AwsException Exclusive(string place, string one, string other) =>
        CloudWatchErrors.Combination($"The parameters {place}{one} and {place}{other} are mutually exclusive and you have specified both.");

    private static string Write(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
