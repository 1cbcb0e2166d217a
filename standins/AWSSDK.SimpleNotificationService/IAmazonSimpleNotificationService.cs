using System.Diagnostics.CodeAnalysis;
using Amazon.SimpleNotificationService.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.SimpleNotificationService;

/// <summary>The operations of Amazon SNS that this product uses.</summary>
public partial interface IAmazonSimpleNotificationService : IAmazonService, IDisposable
{
    Task<GetTopicAttributesResponse> GetTopicAttributesAsync(string topicArn, CancellationToken cancellationToken = default);

    Task<GetTopicAttributesResponse> GetTopicAttributesAsync(GetTopicAttributesRequest request, CancellationToken cancellationToken = default);

    Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, CancellationToken cancellationToken = default);

    Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, string nextToken, CancellationToken cancellationToken = default);

    Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(ListSubscriptionsByTopicRequest request, CancellationToken cancellationToken = default);

    Task<ListTopicsResponse> ListTopicsAsync(CancellationToken cancellationToken = default);

    Task<ListTopicsResponse> ListTopicsAsync(string nextToken, CancellationToken cancellationToken = default);

    Task<ListTopicsResponse> ListTopicsAsync(ListTopicsRequest request, CancellationToken cancellationToken = default);

    Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default);

    Task<PublishResponse> PublishAsync(string topicArn, string message, string subject, CancellationToken cancellationToken = default);

    Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonSimpleNotificationServiceConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleNotificationServiceConfig();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The client does not reflect over anything.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonSimpleNotificationServiceConfig
            ?? throw new AmazonClientException("ClientConfig is not of type AmazonSimpleNotificationServiceConfig to create AmazonSimpleNotificationServiceClient");
        return awsCredentials is null ? new AmazonSimpleNotificationServiceClient(config) : new AmazonSimpleNotificationServiceClient(awsCredentials, config);
    }
}
