using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>Asks for a page of alarms.</summary>
public partial class DescribeAlarmsRequest : AmazonCloudWatchRequest
{
    public List<string> AlarmNames { get; set; } = Collections.Initial<string>();

    public string AlarmNamePrefix { get; set; }

    public List<string> AlarmTypes { get; set; } = Collections.Initial<string>();

    public string ChildrenOfAlarmName { get; set; }

    public string ParentsOfAlarmName { get; set; }

    public StateValue StateValue { get; set; }

    public string ActionPrefix { get; set; }

    public int? MaxRecords { get; set; }

    public string NextToken { get; set; }
}
