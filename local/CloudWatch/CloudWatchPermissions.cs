using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>What CloudWatch's operations need. Alarms and dashboards have ARNs, metrics none; of these only the namespace of what is put can be held to a condition.</summary>
internal static class CloudWatchPermissions
{
    public static PermissionTable Table { get; } = new PermissionTable(new Denial("AccessDeniedException", 403)
    {
        Wording = decision => Denial.Sentence(decision, decision.Request.Action, namesResource: false),
    })
        .Add("PutMetricData", request =>
        [
            new Permission("cloudwatch:PutMetricData", "*")
            {
                Context = AccessRequest.NoContext.Add(ConditionKeys.MetricNamespace, request.Input.Text("Namespace") ?? ""),
            },
        ])
        .Add("cloudwatch", _ => "*", "GetMetricData", "GetMetricStatistics", "ListDashboards", "ListMetrics")
        .Add("cloudwatch", request => $"arn:aws:cloudwatch::{Account.Id}:dashboard/{request.Input.Text("DashboardName")}", "GetDashboard")
        .Add("DescribeAlarms", request => (request.Input.Texts("AlarmNames") is { Count: > 0 } names ? names : ["*"]).Select(name => new Permission("cloudwatch:DescribeAlarms", Alarm(name))))
        .Add("DeleteAlarms", request => request.Input.Texts("AlarmNames").Select(name => new Permission("cloudwatch:DeleteAlarms", Alarm(name))))
        .Add("cloudwatch", request => Alarm(request.Input.Text("AlarmName") ?? "*"), "SetAlarmState", "PutMetricAlarm");

    private static string Alarm(string name) => Account.Arn("cloudwatch", $"alarm:{name}");
}
