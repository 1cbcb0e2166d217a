using System.Globalization;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>The operations on metrics.</summary>
internal sealed class MetricOperations(MetricStore metrics)
{
    private const int MostData = 1000;

    private const int MostDatapoints = 1440;

    private const int PageSize = 500;

    private static readonly string[] Statistics = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];

    public JsonObject Put(JsonObject input)
    {
        input.Only("Namespace", "MetricData");
        var @namespace = MetricInput.Namespace(input);
        if (@namespace.StartsWith("AWS/", StringComparison.Ordinal))
        {
            throw CloudWatchErrors.Value("The value AWS/ for parameter Namespace is invalid.");
        }

        var data = input.Structures("MetricData");
        if (data.Count == 0)
        {
            throw CloudWatchErrors.Missing("MetricData");
        }

        if (data.Count > MostData)
        {
            throw CloudWatchErrors.TooMany("MetricData", MostData);
        }

        // All are read before any is kept: one bad datum refuses the call.
        var now = metrics.Time.GetUtcNow();
        foreach (var (metric, samples) in data.Select((datum, i) => MetricDatum.Read(datum, @namespace, $"MetricData.member.{i + 1}.", now)).ToList())
        {
            foreach (var sample in samples)
            {
                metrics.Put(metric, sample);
            }
        }

        return [];
    }

    public JsonObject GetStatistics(JsonObject input)
    {
        input.Only("Namespace", "MetricName", "Dimensions", "StartTime", "EndTime", "Period", "Statistics", "ExtendedStatistics", "Unit");
        var metric = new MetricId(MetricInput.Namespace(input), MetricInput.Name(input, "MetricName", "MetricName", 255), MetricInput.Dimensions(input, ""));
        var start = input.Time("StartTime") ?? throw CloudWatchErrors.Missing("StartTime");
        var end = input.Time("EndTime") ?? throw CloudWatchErrors.Missing("EndTime");
        if (start >= end)
        {
            throw CloudWatchErrors.Combination("The parameter StartTime must be less than the parameter EndTime.");
        }

        var period = Period(input, end - start);
        var (plain, extended) = AskedStatistics(input);
        var first = MetricStore.CutTo(start, period < TimeSpan.FromMinutes(1) ? period : TimeSpan.FromMinutes(1));
        var datapoints = metrics.Query(metric, first, end, period, MetricInput.Unit(input, ""));
        return new JsonObject { ["Label"] = metric.Name, ["Datapoints"] = new JsonArray([.. datapoints.Select(datapoint => Write(datapoint, plain, extended))]) };
    }

    public JsonObject List(JsonObject input)
    {
        input.Only("Namespace", "MetricName", "Dimensions", "RecentlyActive", "NextToken");
        var dimensions = input.Structures("Dimensions");
        var active = input.Text("RecentlyActive") switch
        {
            null => DateTimeOffset.MinValue,
            "PT3H" => metrics.Time.GetUtcNow() - TimeSpan.FromHours(3),
            var other => throw CloudWatchErrors.Value($"The value {other} for parameter RecentlyActive is invalid."),
        };
        var found = metrics.Metrics
            .Where(entry => entry.LastAt >= active
                && (input.Text("Namespace") is not { } @namespace || @namespace == entry.Metric.Namespace)
                && (input.Text("MetricName") is not { } name || name == entry.Metric.Name)
                && dimensions.All(filter => entry.Metric.Dimensions.Any(dimension => Matches(filter, dimension))))
            .Select(entry => entry.Metric)
            .OrderBy(metric => metric.ToString(), StringComparer.Ordinal)
            .ToList();
        var from = Offset(input);
        return new JsonObject
        {
            ["Metrics"] = new JsonArray([.. found.Skip(from).Take(PageSize).Select(Write)]),
            ["NextToken"] = found.Count > from + PageSize ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private static TimeSpan Period(JsonObject input, TimeSpan range)
    {
        var period = input.Integer("Period") ?? throw CloudWatchErrors.Missing("Period");
        if (period is not (1 or 5 or 10 or 20 or 30) && (period <= 0 || period % 60 != 0))
        {
            throw CloudWatchErrors.Value("The parameter Period must be 1, 5, 10, 20, 30, or a multiple of 60.");
        }

        var asked = Math.Ceiling(range.TotalSeconds / period);
        return asked > MostDatapoints
            ? throw CloudWatchErrors.Combination($"You have requested up to {asked.ToString("N0", CultureInfo.InvariantCulture)} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.")
            : TimeSpan.FromSeconds(period);
    }

    private static (IReadOnlyList<string> Plain, IReadOnlyList<string> Extended) AskedStatistics(JsonObject input)
    {
        var plain = input.Texts("Statistics");
        var extended = input.Texts("ExtendedStatistics");
        return plain.Count == 0 && extended.Count == 0 ? throw CloudWatchErrors.Combination("At least one of the parameters Statistics and ExtendedStatistics must be specified.")
            : plain.Count > 0 && extended.Count > 0 ? throw CloudWatchErrors.Combination("The parameters Statistics and ExtendedStatistics are mutually exclusive and you have specified both.")
            : plain.FirstOrDefault(name => !Statistics.Contains(name)) is { } unknown ? throw CloudWatchErrors.Value($"The value {unknown} for parameter Statistics is invalid: it must be in the set [ {string.Join(", ", Statistics)} ].")
            : extended.FirstOrDefault(name => Datapoint.Percentile(name) is null) is { } noPercentile ? throw CloudWatchErrors.Value($"The value {noPercentile} for parameter ExtendedStatistics is invalid: the embedded cloud has p0 to p100.")
            : (plain, extended);
    }

    private static JsonObject Write(Datapoint datapoint, IReadOnlyList<string> plain, IReadOnlyList<string> extended)
    {
        JsonObject written = new() { ["Timestamp"] = JsonValue.Create(datapoint.At) };
        foreach (var name in plain)
        {
            written[name] = datapoint.Statistic(name);
        }

        if (extended.Count > 0)
        {
            written["ExtendedStatistics"] = new JsonObject(extended
                .Select(name => KeyValuePair.Create(name, (JsonNode?)datapoint.Statistic(name)))
                .Where(statistic => statistic.Value is not null));
        }

        written["Unit"] = datapoint.Unit;
        return written;
    }

    private static JsonObject Write(MetricId metric) => new()
    {
        ["Namespace"] = metric.Namespace,
        ["MetricName"] = metric.Name,
        ["Dimensions"] = new JsonArray([.. metric.Dimensions.Select(dimension => new JsonObject { ["Name"] = dimension.Key, ["Value"] = dimension.Value })]),
    };

    private static bool Matches(JsonObject filter, KeyValuePair<string, string> dimension) =>
        filter.Text("Name") == dimension.Key && (filter.Text("Value") is not { } value || value == dimension.Value);

    private static int Offset(JsonObject input) => input.Text("NextToken") switch
    {
        null => 0,
        { } token when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) => offset,
        _ => throw new AwsException("InvalidNextToken", "The next token specified is invalid."),
    };
}
