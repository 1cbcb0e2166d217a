using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.StandIns;
using Amazon.Util.Internal;

namespace Amazon.CloudWatch;

/// <summary>How a client reaches Amazon CloudWatch.</summary>
public partial class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("CloudWatch", "4.1.0.0");

    public AmazonCloudWatchConfig()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "monitoring";
        EndpointProvider = new RegionalEndpointProvider("monitoring");
    }

    public static new string ServiceId => "CloudWatch";

    public override string RegionEndpointServiceName => "monitoring";

    public override string ServiceVersion => "2010-08-01";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.EndpointOf(this, parameters);
}
