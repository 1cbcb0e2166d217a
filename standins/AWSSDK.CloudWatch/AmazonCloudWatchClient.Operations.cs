using Amazon.CloudWatch.Internal;
using Amazon.CloudWatch.Model;

namespace Amazon.CloudWatch;

public partial class AmazonCloudWatchClient
{
    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default) =>
        DescribeAlarmsAsync(new DescribeAlarmsRequest(), cancellationToken);

    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAlarmsResponse>(request, DescribeAlarmsOperation.Options(), cancellationToken);

    public virtual Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricDataResponse>(request, GetMetricDataOperation.Options(), cancellationToken);

    public virtual Task<GetMetricStatisticsResponse> GetMetricStatisticsAsync(GetMetricStatisticsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricStatisticsResponse>(request, GetMetricStatisticsOperation.Options(), cancellationToken);

    public virtual Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMetricDataResponse>(request, PutMetricDataOperation.Options(), cancellationToken);
}
