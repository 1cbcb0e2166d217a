using Amazon.SimpleEmailV2.Internal;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2;

public partial class AmazonSimpleEmailServiceV2Client
{
    public virtual Task<DeleteSuppressedDestinationResponse> DeleteSuppressedDestinationAsync(
        DeleteSuppressedDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteSuppressedDestinationResponse>(request, DeleteSuppressedDestinationOperation.Options(), cancellationToken);

    public virtual Task<GetAccountResponse> GetAccountAsync(GetAccountRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAccountResponse>(request, GetAccountOperation.Options(), cancellationToken);

    public virtual Task<GetConfigurationSetResponse> GetConfigurationSetAsync(
        GetConfigurationSetRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetConfigurationSetResponse>(request, GetConfigurationSetOperation.Options(), cancellationToken);

    public virtual Task<GetConfigurationSetEventDestinationsResponse> GetConfigurationSetEventDestinationsAsync(
        GetConfigurationSetEventDestinationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetConfigurationSetEventDestinationsResponse>(request, GetConfigurationSetEventDestinationsOperation.Options(), cancellationToken);

    public virtual Task<GetEmailIdentityResponse> GetEmailIdentityAsync(GetEmailIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetEmailIdentityResponse>(request, GetEmailIdentityOperation.Options(), cancellationToken);

    public virtual Task<GetSuppressedDestinationResponse> GetSuppressedDestinationAsync(
        GetSuppressedDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSuppressedDestinationResponse>(request, GetSuppressedDestinationOperation.Options(), cancellationToken);

    public virtual Task<ListSuppressedDestinationsResponse> ListSuppressedDestinationsAsync(
        ListSuppressedDestinationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListSuppressedDestinationsResponse>(request, ListSuppressedDestinationsOperation.Options(), cancellationToken);

    public virtual Task<PutSuppressedDestinationResponse> PutSuppressedDestinationAsync(
        PutSuppressedDestinationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutSuppressedDestinationResponse>(request, PutSuppressedDestinationOperation.Options(), cancellationToken);

    public virtual Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendEmailResponse>(request, SendEmailOperation.Options(), cancellationToken);
}
