using Amazon.Runtime.StandIns;

namespace Amazon.CloudWatch.Model;

/// <summary>The values of one query: each timestamp belongs to the value at its place.</summary>
public partial class MetricDataResult
{
    public string Id { get; set; }

    public string Label { get; set; }

    public List<DateTime> Timestamps { get; set; } = Collections.Initial<DateTime>();

    public List<double> Values { get; set; } = Collections.Initial<double>();

    public StatusCode StatusCode { get; set; }

    public List<MessageData> Messages { get; set; } = Collections.Initial<MessageData>();
}
