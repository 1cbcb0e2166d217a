using System.Diagnostics.CodeAnalysis;
using Amazon.SimpleEmailV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.SimpleEmailV2;

/// <summary>The operations of Amazon SES (API version 2) that this product uses.</summary>
public partial interface IAmazonSimpleEmailServiceV2 : IAmazonService, IDisposable
{
    Task<DeleteSuppressedDestinationResponse> DeleteSuppressedDestinationAsync(DeleteSuppressedDestinationRequest request, CancellationToken cancellationToken = default);

    Task<GetAccountResponse> GetAccountAsync(GetAccountRequest request, CancellationToken cancellationToken = default);

    Task<GetConfigurationSetResponse> GetConfigurationSetAsync(GetConfigurationSetRequest request, CancellationToken cancellationToken = default);

    Task<GetConfigurationSetEventDestinationsResponse> GetConfigurationSetEventDestinationsAsync(GetConfigurationSetEventDestinationsRequest request, CancellationToken cancellationToken = default);

    Task<GetEmailIdentityResponse> GetEmailIdentityAsync(GetEmailIdentityRequest request, CancellationToken cancellationToken = default);

    Task<GetSuppressedDestinationResponse> GetSuppressedDestinationAsync(GetSuppressedDestinationRequest request, CancellationToken cancellationToken = default);

    Task<ListSuppressedDestinationsResponse> ListSuppressedDestinationsAsync(ListSuppressedDestinationsRequest request, CancellationToken cancellationToken = default);

    Task<PutSuppressedDestinationResponse> PutSuppressedDestinationAsync(PutSuppressedDestinationRequest request, CancellationToken cancellationToken = default);

    Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonSimpleEmailServiceV2Config))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleEmailServiceV2Config();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The client does not reflect over anything.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonSimpleEmailServiceV2Config
            ?? throw new AmazonClientException("ClientConfig is not of type AmazonSimpleEmailServiceV2Config to create AmazonSimpleEmailServiceV2Client");
        return awsCredentials is null ? new AmazonSimpleEmailServiceV2Client(config) : new AmazonSimpleEmailServiceV2Client(awsCredentials, config);
    }
}
