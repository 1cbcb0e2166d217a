using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace SesCompliance.Infra.Components;

internal sealed record AlarmsArgs(StackSettings Settings, StackMetrics Metrics, AlertTopic Alerts);

/// <summary>Declares <see cref="AlarmRules"/>; each tells the alert topic when it goes off and when it is over.</summary>
internal sealed class Alarms : ComponentResource
{
    public Alarms(string name, AlarmsArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:Alarms", name, options)
    {
        var (settings, metrics, alerts) = args;
        Arns = [.. AlarmRules.For(settings.Alarms, metrics).Select(rule =>
        {
            var alarm = new MetricAlarmArgs
            {
                Name = settings.Named(rule.Name),
                AlarmDescription = $"{rule.Means} Runbook: docs/OPERATIONS_RUNBOOK.md, section {rule.Name}.",
                ComparisonOperator = rule.Limit.Comparison,
                Threshold = rule.Limit.Value,
                EvaluationPeriods = rule.Periods,
                DatapointsToAlarm = rule.Periods,
                TreatMissingData = rule.MissingData,
                AlarmActions = alerts.Arn,
                OkActions = alerts.Arn,
                Tags = settings.Tags(name),
            };
            Watch(alarm, rule.Signal);
            return new MetricAlarm(rule.Name, alarm, new CustomResourceOptions { Parent = this }).Arn;
        })];
        RegisterOutputs();
    }

    public IReadOnlyList<Output<string>> Arns { get; }

    private static void Watch(MetricAlarmArgs alarm, AlarmSignal signal)
    {
        switch (signal)
        {
            case Metric metric:
                (alarm.Namespace, alarm.MetricName, alarm.Dimensions) = (metric.Namespace, metric.Name, metric.Dimensions);
                (alarm.Statistic, alarm.Period) = (metric.Statistic, metric.Period);
                break;
            case Formula formula:
                alarm.MetricQueries.Add(new MetricAlarmMetricQueryArgs { Id = "result", Label = formula.Label, Expression = formula.Expression, ReturnData = true });
                foreach (var (id, metric) in formula.Terms)
                {
                    alarm.MetricQueries.Add(new MetricAlarmMetricQueryArgs { Id = id, Metric = Query(metric), ReturnData = false });
                }

                break;
            default:
                throw new InvalidOperationException($"No alarm can watch a {signal.GetType().Name}");
        }
    }

    private static MetricAlarmMetricQueryMetricArgs Query(Metric metric) => new()
    {
        Namespace = metric.Namespace,
        MetricName = metric.Name,
        Dimensions = metric.Dimensions,
        Stat = metric.Statistic,
        Period = metric.Period,
    };
}
