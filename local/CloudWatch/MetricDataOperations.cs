using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>GetMetricData: statistics and expressions over them.</summary>
internal sealed class MetricDataOperations(MetricStore metrics)
{
    private const int MostQueries = 500;

    private const int MostDatapoints = 100_800;

    public JsonObject Get(JsonObject input)
    {
        input.Only("MetricDataQueries", "StartTime", "EndTime", "ScanBy");
        var start = input.Time("StartTime") ?? throw CloudWatchErrors.Missing("StartTime");
        var end = input.Time("EndTime") ?? throw CloudWatchErrors.Missing("EndTime");
        if (start >= end)
        {
            throw CloudWatchErrors.Value("The parameter StartTime must be less than the parameter EndTime.");
        }

        var oldestFirst = input.Text("ScanBy") switch
        {
            null or "TimestampDescending" => false,
            "TimestampAscending" => true,
            var other => throw CloudWatchErrors.Value($"The value {other} for parameter ScanBy must be in the set [ TimestampDescending, TimestampAscending ]."),
        };
        var given = input.Structures("MetricDataQueries");
        if (given.Count is 0)
        {
            throw CloudWatchErrors.Missing("MetricDataQueries");
        }

        if (given.Count > MostQueries)
        {
            throw CloudWatchErrors.TooMany("MetricDataQueries", MostQueries);
        }

        IReadOnlyList<MetricQuery> queries = [.. given.Select((query, i) => AlarmInput.Query(query, $"MetricDataQueries.member.{i + 1}."))];
        try
        {
            queries.Select(query => query.Stat).OfType<MetricStat>().ToList().ForEach(stat => stat.Check());
            var math = new MetricMath(queries);
            return new JsonObject
            {
                ["MetricDataResults"] = new JsonArray([.. queries.Where(query => query.ReturnData).Select(query => Result(query, math, start, end, oldestFirst))]),
                ["Messages"] = new JsonArray(),
            };
        }
        catch (FormatException fault)
        {
            throw new AwsException("ValidationError", fault.Message);
        }
    }

    private JsonObject Result(MetricQuery query, MetricMath math, DateTimeOffset start, DateTimeOffset end, bool oldestFirst)
    {
        var period = math.PeriodOf(query.Id);
        var first = MetricStore.CutTo(start, period);
        var count = Math.Ceiling((end - first) / period);
        if (count > MostDatapoints)
        {
            throw new FormatException($"Query '{query.Id}' asks for {count} data points: {MostDatapoints} at most are answered");
        }

        var points = math.Values(query.Id, metrics, first, (int)count)
            .Select((value, i) => (Value: value, At: first + (period * i)))
            .Where(point => point.Value is not null);
        List<(double? Value, DateTimeOffset At)> ordered = [.. oldestFirst ? points : points.Reverse()];
        return new JsonObject
        {
            ["Id"] = query.Id,
            ["Label"] = query.Label ?? query.Stat?.Metric.Name ?? query.Id,
            ["Timestamps"] = new JsonArray([.. ordered.Select(point => JsonValue.Create(point.At))]),
            ["Values"] = new JsonArray([.. ordered.Select(point => JsonValue.Create(point.Value))]),
            ["StatusCode"] = "Complete",
        };
    }
}
