using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.StandIns;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

/// <summary>How a client reaches Amazon SNS.</summary>
public partial class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("SimpleNotificationService", "4.1.0.0");

    public AmazonSimpleNotificationServiceConfig()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sns";
        EndpointProvider = new RegionalEndpointProvider("sns");
    }

    public static new string ServiceId => "SNS";

    public override string RegionEndpointServiceName => "sns";

    public override string ServiceVersion => "2010-03-31";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.EndpointOf(this, parameters);
}
