using Amazon.SimpleNotificationService.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

public partial class AmazonSimpleNotificationServiceClient
{
    public virtual Task<GetTopicAttributesResponse> GetTopicAttributesAsync(string topicArn, CancellationToken cancellationToken = default) =>
        GetTopicAttributesAsync(new GetTopicAttributesRequest(topicArn), cancellationToken);

    public virtual Task<GetTopicAttributesResponse> GetTopicAttributesAsync(GetTopicAttributesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetTopicAttributesResponse>(request, GetTopicAttributesOperation.Options(), cancellationToken);

    public virtual Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, CancellationToken cancellationToken = default) =>
        ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest(topicArn), cancellationToken);

    public virtual Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, string nextToken, CancellationToken cancellationToken = default) =>
        ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest(topicArn, nextToken), cancellationToken);

    public virtual Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(ListSubscriptionsByTopicRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListSubscriptionsByTopicResponse>(request, ListSubscriptionsByTopicOperation.Options(), cancellationToken);

    public virtual Task<ListTopicsResponse> ListTopicsAsync(CancellationToken cancellationToken = default) =>
        ListTopicsAsync(new ListTopicsRequest(), cancellationToken);

    public virtual Task<ListTopicsResponse> ListTopicsAsync(string nextToken, CancellationToken cancellationToken = default) =>
        ListTopicsAsync(new ListTopicsRequest(nextToken), cancellationToken);

    public virtual Task<ListTopicsResponse> ListTopicsAsync(ListTopicsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTopicsResponse>(request, ListTopicsOperation.Options(), cancellationToken);

    public virtual Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default) =>
        PublishAsync(new PublishRequest(topicArn, message), cancellationToken);

    public virtual Task<PublishResponse> PublishAsync(string topicArn, string message, string subject, CancellationToken cancellationToken = default) =>
        PublishAsync(new PublishRequest(topicArn, message, subject), cancellationToken);

    public virtual Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PublishResponse>(request, PublishOperation.Options(), cancellationToken);
}
