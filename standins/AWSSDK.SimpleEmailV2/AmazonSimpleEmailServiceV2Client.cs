using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2;

/// <summary>A client of Amazon SES (API version 2) on the SDK's own pipeline: its credentials, signing, retries and endpoints. Thread-safe.</summary>
public partial class AmazonSimpleEmailServiceV2Client : AmazonServiceClient, IAmazonSimpleEmailServiceV2
{
    private static readonly ServiceName Metadata = new(AmazonSimpleEmailServiceV2Config.ServiceId);

    public AmazonSimpleEmailServiceV2Client()
        : base(new AmazonSimpleEmailServiceV2Config())
    {
    }

    public AmazonSimpleEmailServiceV2Client(RegionEndpoint region)
        : base(new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region })
    {
    }

    public AmazonSimpleEmailServiceV2Client(AmazonSimpleEmailServiceV2Config config)
        : base(config)
    {
    }

    public AmazonSimpleEmailServiceV2Client(AWSCredentials credentials)
        : this(credentials, new AmazonSimpleEmailServiceV2Config())
    {
    }

    public AmazonSimpleEmailServiceV2Client(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region })
    {
    }

    public AmazonSimpleEmailServiceV2Client(AWSCredentials credentials, AmazonSimpleEmailServiceV2Config clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonSimpleEmailServiceV2Client(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSimpleEmailServiceV2Config())
    {
    }

    public AmazonSimpleEmailServiceV2Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region })
    {
    }

    public AmazonSimpleEmailServiceV2Client(string awsAccessKeyId, string awsSecretAccessKey, AmazonSimpleEmailServiceV2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonSimpleEmailServiceV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSimpleEmailServiceV2Config())
    {
    }

    public AmazonSimpleEmailServiceV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSimpleEmailServiceV2Config { RegionEndpoint = region })
    {
    }

    public AmazonSimpleEmailServiceV2Client(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonSimpleEmailServiceV2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);
}
