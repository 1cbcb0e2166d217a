using System.Diagnostics.CodeAnalysis;
using Amazon.StepFunctions.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.StepFunctions;

/// <summary>The operations of AWS Step Functions that this product uses.</summary>
public partial interface IAmazonStepFunctions : IAmazonService, IDisposable
{
    Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default);

    Task<DescribeStateMachineResponse> DescribeStateMachineAsync(DescribeStateMachineRequest request, CancellationToken cancellationToken = default);

    Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(GetExecutionHistoryRequest request, CancellationToken cancellationToken = default);

    Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default);

    Task<RedriveExecutionResponse> RedriveExecutionAsync(RedriveExecutionRequest request, CancellationToken cancellationToken = default);

    Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default);

    Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default);

    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default);

    Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonStepFunctionsConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonStepFunctionsConfig();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The client does not reflect over anything.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonStepFunctionsConfig
            ?? throw new AmazonClientException("ClientConfig is not of type AmazonStepFunctionsConfig to create AmazonStepFunctionsClient");
        return awsCredentials is null ? new AmazonStepFunctionsClient(config) : new AmazonStepFunctionsClient(awsCredentials, config);
    }
}
