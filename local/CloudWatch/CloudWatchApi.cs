using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>CloudWatch on the wire: RPC v2 CBOR, JSON 1.0, and Query for older clients.</summary>
public static class CloudWatchApi
{
    public static AwsApi For(MetricStore metrics, AlarmStore alarms, DashboardStore dashboards)
    {
        var dashboardOperations = new DashboardOperations(dashboards);
        var alarmOperations = new AlarmOperations(alarms);
        var operations = new MetricOperations(metrics);
        return new AwsApi("monitoring")
        {
            TargetPrefix = "GraniteServiceVersion20100801",
            QueryVersion = "2010-08-01",
            XmlNamespace = "http://monitoring.amazonaws.com/doc/2010-08-01/",
            QueryShapes = [new("ExtendedStatistics", null, "key", "value") { Operation = "GetMetricStatistics" }],
            QueryErrorCodes = CloudWatchErrors.QueryCodes,
            Permissions = CloudWatchPermissions.Table,
        }
            .Add("PutMetricData", Sync(operations.Put))
            .Add("GetMetricStatistics", Sync(operations.GetStatistics))
            .Add("ListMetrics", Sync(operations.List))
            .Add("GetMetricData", Sync(new MetricDataOperations(metrics).Get))
            .Add("DescribeAlarms", Sync(alarmOperations.Describe))
            .Add("GetDashboard", Sync(dashboardOperations.Get))
            .Add("ListDashboards", Sync(dashboardOperations.List))
            .Add("SetAlarmState", Sync(alarmOperations.SetState))
            .Add("PutMetricAlarm", Sync(alarmOperations.Put))
            .Add("DeleteAlarms", Sync(alarmOperations.Delete));
    }

    private static AwsOperation Sync(Func<JsonObject, JsonObject> behaviour) => (request, _) => Task.FromResult<AwsResponse>(behaviour(request.Input));
}
