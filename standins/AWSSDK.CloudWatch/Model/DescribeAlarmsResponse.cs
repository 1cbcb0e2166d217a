using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>A page of alarms. NextToken is null on the last.</summary>
public partial class DescribeAlarmsResponse : AmazonWebServiceResponse
{
    public List<CompositeAlarm> CompositeAlarms { get; set; } = Collections.Initial<CompositeAlarm>();

    public List<MetricAlarm> MetricAlarms { get; set; } = Collections.Initial<MetricAlarm>();

    public string NextToken { get; set; }
}
