using System.Text.Json.Nodes;

namespace SesCompliance.Local.CloudWatch;

/// <summary>Writes an alarm as DescribeAlarms answers it.</summary>
internal static class AlarmJson
{
    public static JsonNode Write(Alarm alarm)
    {
        var definition = alarm.Definition;
        JsonObject written = new()
        {
            ["AlarmName"] = alarm.Name,
            ["AlarmArn"] = alarm.Arn,
            ["AlarmDescription"] = definition.Description,
            ["AlarmConfigurationUpdatedTimestamp"] = JsonValue.Create(alarm.ConfiguredAt),
            ["ActionsEnabled"] = definition.ActionsEnabled,
            ["OKActions"] = List(definition.OkActions),
            ["AlarmActions"] = List(definition.AlarmActions),
            ["InsufficientDataActions"] = List(definition.InsufficientDataActions),
            ["StateValue"] = alarm.State.Value,
            ["StateReason"] = alarm.State.Reason,
            ["StateReasonData"] = alarm.State.ReasonData,
            ["StateUpdatedTimestamp"] = JsonValue.Create(alarm.State.UpdatedAt),
            ["StateTransitionedTimestamp"] = JsonValue.Create(alarm.State.UpdatedAt),
            ["EvaluationPeriods"] = definition.EvaluationPeriods,
            ["DatapointsToAlarm"] = definition.DatapointsToAlarm,
            ["Threshold"] = definition.Threshold,
            ["ComparisonOperator"] = definition.Comparison,
            ["TreatMissingData"] = definition.TreatMissingData,
        };
        if (definition.Stat is { } stat)
        {
            written["Namespace"] = stat.Metric.Namespace;
            written["MetricName"] = stat.Metric.Name;
            written["Dimensions"] = Dimensions(stat.Metric);
            written["Period"] = (int)stat.Period.TotalSeconds;
            written[Datapoint.Percentile(stat.Statistic) is null ? "Statistic" : "ExtendedStatistic"] = stat.Statistic;
            written["Unit"] = stat.Unit;
        }
        else
        {
            written["Metrics"] = new JsonArray([.. definition.Queries.Select(Query)]);
        }

        return Present(written);
    }

    private static JsonObject Query(MetricQuery query) => Present(new JsonObject
    {
        ["Id"] = query.Id,
        ["Expression"] = query.Expression,
        ["Label"] = query.Label,
        ["ReturnData"] = query.ReturnData,
        ["MetricStat"] = query.Stat is not { } stat ? null : Present(new JsonObject
        {
            ["Metric"] = new JsonObject { ["Namespace"] = stat.Metric.Namespace, ["MetricName"] = stat.Metric.Name, ["Dimensions"] = Dimensions(stat.Metric) },
            ["Period"] = (int)stat.Period.TotalSeconds,
            ["Stat"] = stat.Statistic,
            ["Unit"] = stat.Unit,
        }),
    });

    private static JsonArray Dimensions(MetricId metric) => new([.. metric.Dimensions.Select(dimension => new JsonObject { ["Name"] = dimension.Key, ["Value"] = dimension.Value })]);

    private static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);

    private static JsonObject Present(JsonObject members)
    {
        foreach (var name in members.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            members.Remove(name);
        }

        return members;
    }
}
