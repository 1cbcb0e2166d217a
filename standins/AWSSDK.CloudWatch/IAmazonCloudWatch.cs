using System.Diagnostics.CodeAnalysis;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudWatch;

/// <summary>The operations of Amazon CloudWatch that this product uses.</summary>
public partial interface IAmazonCloudWatch : IAmazonService, IDisposable
{
    Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default);

    Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default);

    Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default);

    Task<GetMetricStatisticsResponse> GetMetricStatisticsAsync(GetMetricStatisticsRequest request, CancellationToken cancellationToken = default);

    Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonCloudWatchConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchConfig();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The client does not reflect over anything.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonCloudWatchConfig
            ?? throw new AmazonClientException("ClientConfig is not of type AmazonCloudWatchConfig to create AmazonCloudWatchClient");
        return awsCredentials is null ? new AmazonCloudWatchClient(config) : new AmazonCloudWatchClient(awsCredentials, config);
    }
}
