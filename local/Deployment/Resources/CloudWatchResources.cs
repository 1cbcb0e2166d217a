using SesCompliance.Local.CloudWatch;

namespace SesCompliance.Local.Deployment.Resources;

internal static class CloudWatchResources
{
    public static void AddTo(ResourceKinds kinds, AlarmStore alarms, DashboardStore dashboards)
    {
        kinds.Add("aws:cloudwatch/metricAlarm:MetricAlarm", new ResourceKind
        {
            Create = (inputs, _) => Alarm(inputs, alarms),
            Update = (_, inputs, _) => Alarm(inputs, alarms),
            Delete = (was, _) => Task.FromResult(alarms.Delete(was.Id)),
            ReplacedBy = ["name"],
        });
        kinds.Add("aws:cloudwatch/dashboard:Dashboard", new ResourceKind
        {
            Create = (inputs, _) => Dashboard(inputs, dashboards),
            Update = (_, inputs, _) => Dashboard(inputs, dashboards),
            Delete = (was, _) => Task.FromResult(dashboards.Delete(was.Id)),
            ReplacedBy = ["dashboardName"],
        });
    }

    private static Provisioned Dashboard(ResourceInputs inputs, DashboardStore dashboards)
    {
        try
        {
            var dashboard = dashboards.Put(inputs.RequiredText("dashboardName"), inputs.RequiredText("dashboardBody"));
            return new Provisioned(dashboard.Name, ("dashboardArn", dashboard.Arn));
        }
        catch (FormatException fault)
        {
            throw new DeploymentException($"aws:cloudwatch/dashboard:Dashboard: {fault.Message}");
        }
    }

    private static Provisioned Alarm(ResourceInputs inputs, AlarmStore alarms)
    {
        var name = inputs.RequiredText("name");
        var queries = inputs.Parts("metricQueries");
        var definition = new AlarmDefinition(name)
        {
            Description = inputs.Text("alarmDescription"),
            ActionsEnabled = inputs.Flag("actionsEnabled") ?? true,
            Stat = queries.IsEmpty ? Stat(inputs, "statistic") : null,
            Queries = [.. queries.Select(Query)],
            EvaluationPeriods = inputs.RequiredNumber("evaluationPeriods"),
            DatapointsToAlarm = inputs.Number("datapointsToAlarm"),
            Threshold = inputs.RequiredReal("threshold"),
            Comparison = inputs.RequiredText("comparisonOperator"),
            TreatMissingData = inputs.Text("treatMissingData"),
            AlarmActions = inputs.Texts("alarmActions"),
            OkActions = inputs.Texts("okActions"),
            InsufficientDataActions = inputs.Texts("insufficientDataActions"),
            Tags = inputs.Map("tags"),
        };
        try
        {
            return new Provisioned(name, ("arn", alarms.Put(definition).Arn));
        }
        catch (FormatException fault)
        {
            throw new DeploymentException($"aws:cloudwatch/metricAlarm:MetricAlarm '{name}': {fault.Message}");
        }
    }

    private static MetricQuery Query(ResourceInputs query) => new(query.RequiredText("id"))
    {
        Expression = query.Text("expression"),
        Label = query.Text("label"),

        // The provider's default is false, CloudWatch's own is true.
        ReturnData = query.Flag("returnData") ?? false,
        Stat = query.Part("metric") is { } metric ? Stat(metric, "stat") : null,
    };

    private static MetricStat Stat(ResourceInputs inputs, string statistic) => new(
        new MetricId(inputs.RequiredText("namespace"), inputs.RequiredText("metricName"), inputs.Map("dimensions")),
        TimeSpan.FromSeconds(inputs.RequiredNumber("period")),
        inputs.RequiredText(statistic),
        inputs.Text("unit"));
}
