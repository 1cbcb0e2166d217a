using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.StandIns;
using Amazon.Util.Internal;

namespace Amazon.SimpleEmailV2;

/// <summary>How a client reaches Amazon SES (API version 2).</summary>
public partial class AmazonSimpleEmailServiceV2Config : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("SESv2", "4.1.0.0");

    public AmazonSimpleEmailServiceV2Config()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ses";
        EndpointProvider = new RegionalEndpointProvider("email");
    }

    public static new string ServiceId => "SESv2";

    public override string RegionEndpointServiceName => "email";

    public override string ServiceVersion => "2019-09-27";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.EndpointOf(this, parameters);
}
