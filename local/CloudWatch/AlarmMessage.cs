using System.Globalization;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.CloudWatch;

/// <summary>What an alarm tells its topics; the shape is the one that CloudWatch publishes to SNS.</summary>
internal static class AlarmMessage
{
    private const string RegionName = "US East (N. Virginia)";

    public static string Subject(Alarm alarm) => $"{alarm.State.Value}: \"{alarm.Name}\" in {RegionName}" is { Length: <= 100 } subject
        ? subject
        : $"{alarm.State.Value}: \"{alarm.Name[..Math.Min(alarm.Name.Length, 50)]}...\" in {RegionName}";

    public static string Text(Alarm alarm, string oldState) => new JsonObject
    {
        ["AlarmName"] = alarm.Name,
        ["AlarmDescription"] = alarm.Definition.Description,
        ["AWSAccountId"] = Account.Id,
        ["AlarmConfigurationUpdatedTimestamp"] = Time(alarm.ConfiguredAt),
        ["NewStateValue"] = alarm.State.Value,
        ["NewStateReason"] = alarm.State.Reason,
        ["StateChangeTime"] = Time(alarm.State.UpdatedAt),
        ["Region"] = RegionName,
        ["AlarmArn"] = alarm.Arn,
        ["OldStateValue"] = oldState,
        ["OKActions"] = List(alarm.Definition.OkActions),
        ["AlarmActions"] = List(alarm.Definition.AlarmActions),
        ["InsufficientDataActions"] = List(alarm.Definition.InsufficientDataActions),
        ["Trigger"] = Trigger(alarm.Definition),
    }.ToJsonString(PlainJson.Options);

    private static JsonObject Trigger(AlarmDefinition definition)
    {
        JsonObject trigger = [];
        if (definition.Stat is { } stat)
        {
            trigger["MetricName"] = stat.Metric.Name;
            trigger["Namespace"] = stat.Metric.Namespace;
            trigger["StatisticType"] = Datapoint.Percentile(stat.Statistic) is null ? "Statistic" : "ExtendedStatistic";
            trigger[Datapoint.Percentile(stat.Statistic) is null ? "Statistic" : "ExtendedStatistic"] = MetricStat.Statistics.Contains(stat.Statistic) ? Upper(stat.Statistic) : stat.Statistic;
            trigger["Unit"] = stat.Unit;
            trigger["Dimensions"] = Dimensions(stat.Metric);
        }

        trigger["Period"] = (int)(definition.Stat ?? definition.Queries.Select(query => query.Stat).OfType<MetricStat>().First()).Period.TotalSeconds;
        trigger["EvaluationPeriods"] = definition.EvaluationPeriods;
        if (definition.DatapointsToAlarm is { } needed)
        {
            trigger["DatapointsToAlarm"] = needed;
        }

        trigger["ComparisonOperator"] = definition.Comparison;
        trigger["Threshold"] = definition.Threshold;
        trigger["TreatMissingData"] = definition.TreatMissingData ?? "";
        trigger["EvaluateLowSampleCountPercentile"] = "";
        if (definition.Queries.Count > 0)
        {
            trigger["Metrics"] = new JsonArray([.. definition.Queries.Select(Query)]);
        }

        return trigger;
    }

    private static JsonObject Query(MetricQuery query)
    {
        JsonObject written = new() { ["Id"] = query.Id };
        if (query.Expression is { } expression)
        {
            written["Expression"] = expression;
        }

        if (query.Label is { } label)
        {
            written["Label"] = label;
        }

        if (query.Stat is { } stat)
        {
            written["MetricStat"] = new JsonObject
            {
                ["Metric"] = new JsonObject { ["Dimensions"] = Dimensions(stat.Metric), ["MetricName"] = stat.Metric.Name, ["Namespace"] = stat.Metric.Namespace },
                ["Period"] = (int)stat.Period.TotalSeconds,
                ["Stat"] = stat.Statistic,
            };
        }

        written["ReturnData"] = query.ReturnData;
        return written;
    }

    private static string Upper(string statistic) => statistic == "SampleCount" ? "SAMPLE_COUNT" : statistic.ToUpperInvariant();

    private static JsonArray Dimensions(MetricId metric) => new([.. metric.Dimensions.Select(dimension => new JsonObject { ["value"] = dimension.Value, ["name"] = dimension.Key })]);

    private static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
}
