namespace Pulumi.Aws.CloudWatch;

/// <summary>A CloudWatch alarm on a metric, or on metric math.</summary>
public class MetricAlarm : CustomResource
{
    public MetricAlarm(string name, MetricAlarmArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/metricAlarm:MetricAlarm", name, args ?? new MetricAlarmArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;
}

public sealed class MetricAlarmArgs : ResourceArgs
{
    [Input("actionsEnabled")]
    public Input<bool>? ActionsEnabled { get; set; }

    [field: Input("alarmActions")]
    public InputList<string> AlarmActions
    {
        get => field ??= new();
        set;
    }

    [Input("alarmDescription")]
    public Input<string>? AlarmDescription { get; set; }

    [Input("comparisonOperator")]
    public Input<string>? ComparisonOperator { get; set; }

    [Input("datapointsToAlarm")]
    public Input<int>? DatapointsToAlarm { get; set; }

    [field: Input("dimensions")]
    public InputMap<string> Dimensions
    {
        get => field ??= new();
        set;
    }

    [Input("evaluationPeriods")]
    public Input<int>? EvaluationPeriods { get; set; }

    [Input("metricName")]
    public Input<string>? MetricName { get; set; }

    [field: Input("metricQueries")]
    public InputList<Inputs.MetricAlarmMetricQueryArgs> MetricQueries
    {
        get => field ??= new();
        set;
    }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    [field: Input("okActions")]
    public InputList<string> OkActions
    {
        get => field ??= new();
        set;
    }

    [Input("period")]
    public Input<int>? Period { get; set; }

    [Input("statistic")]
    public Input<string>? Statistic { get; set; }

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }

    [Input("threshold")]
    public Input<double>? Threshold { get; set; }

    [Input("treatMissingData")]
    public Input<string>? TreatMissingData { get; set; }
}
