using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>Reads PutMetricAlarm's input, and the queries that GetMetricData has in common with it.</summary>
internal static class AlarmInput
{
    public static AlarmDefinition Read(JsonObject input)
    {
        input.Only(
            "AlarmName", "AlarmDescription", "ActionsEnabled", "OKActions", "AlarmActions", "InsufficientDataActions", "MetricName", "Namespace", "Statistic", "ExtendedStatistic",
            "Dimensions", "Period", "Unit", "EvaluationPeriods", "DatapointsToAlarm", "Threshold", "ComparisonOperator", "TreatMissingData", "Metrics", "Tags");
        var queries = input.Structures("Metrics").Select((query, i) => Query(query, $"Metrics.member.{i + 1}.")).ToList();
        if (queries.Count > 0 && new[] { "MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Period", "Unit" }.FirstOrDefault(member => input[member] is not null) is { } member)
        {
            throw CloudWatchErrors.Combination($"The parameters Metrics and {member} are mutually exclusive and you have specified both.");
        }

        return new AlarmDefinition(MetricInput.Name(input, "AlarmName", "AlarmName", 255))
        {
            Description = input.Text("AlarmDescription"),
            ActionsEnabled = input.Flag("ActionsEnabled") ?? true,
            OkActions = input.Texts("OKActions"),
            AlarmActions = input.Texts("AlarmActions"),
            InsufficientDataActions = input.Texts("InsufficientDataActions"),
            Stat = queries.Count > 0 ? null : new MetricStat(Metric(input, ""), Period(input, ""), Statistic(input), MetricInput.Unit(input, "")),
            Queries = queries,
            EvaluationPeriods = input.Integer("EvaluationPeriods") ?? throw CloudWatchErrors.Missing("EvaluationPeriods"),
            DatapointsToAlarm = input.Integer("DatapointsToAlarm"),
            Threshold = input.Number("Threshold") ?? throw CloudWatchErrors.Missing("Threshold"),
            Comparison = input.Text("ComparisonOperator") ?? throw CloudWatchErrors.Missing("ComparisonOperator"),
            TreatMissingData = input.Text("TreatMissingData"),
            Tags = input.Structures("Tags").ToDictionary(tag => tag.Text("Key") ?? "", tag => tag.Text("Value") ?? ""),
        };
    }

    /// <param name="place">Where the query stands, e.g. <c>Metrics.member.1.</c>.</param>
    public static MetricQuery Query(JsonObject query, string place)
    {
        query.Only("Id", "MetricStat", "Expression", "Label", "ReturnData");
        return new MetricQuery(MetricInput.Name(query, "Id", place + "Id", 255))
        {
            Stat = query.Structure("MetricStat") is { } stat ? Stat(stat, place + "MetricStat.") : null,
            Expression = query.Text("Expression"),
            Label = query.Text("Label"),
            ReturnData = query.Flag("ReturnData") ?? true,
        };
    }

    private static MetricStat Stat(JsonObject stat, string place)
    {
        stat.Only("Metric", "Period", "Stat", "Unit");
        var metric = stat.Structure("Metric") ?? throw CloudWatchErrors.Missing(place + "Metric");
        metric.Only("Namespace", "MetricName", "Dimensions");
        return new MetricStat(Metric(metric, place + "Metric."), Period(stat, place), MetricInput.Name(stat, "Stat", place + "Stat", 255), MetricInput.Unit(stat, place));
    }

    private static MetricId Metric(JsonObject input, string place) => new(MetricInput.Namespace(input), MetricInput.Name(input, "MetricName", place + "MetricName", 255), MetricInput.Dimensions(input, place));

    private static TimeSpan Period(JsonObject input, string place) => TimeSpan.FromSeconds(input.Integer("Period") ?? throw CloudWatchErrors.Missing(place + "Period"));

    private static string Statistic(JsonObject input) => (input.Text("Statistic"), input.Text("ExtendedStatistic")) switch
    {
        ({ } statistic, null) => statistic,
        (null, { } extended) => extended,
        (null, null) => throw CloudWatchErrors.Missing("Statistic"),
        _ => throw CloudWatchErrors.Combination("The parameters Statistic and ExtendedStatistic are mutually exclusive and you have specified both."),
    };
}
