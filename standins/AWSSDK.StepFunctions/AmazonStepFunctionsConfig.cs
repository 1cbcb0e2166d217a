using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.StandIns;
using Amazon.Util.Internal;

namespace Amazon.StepFunctions;

/// <summary>How a client reaches AWS Step Functions.</summary>
public partial class AmazonStepFunctionsConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("SFN", "4.1.0.0");

    public AmazonStepFunctionsConfig()
        : base(DefaultModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "states";
        EndpointProvider = new RegionalEndpointProvider("states");
    }

    public static new string ServiceId => "SFN";

    public override string RegionEndpointServiceName => "states";

    public override string ServiceVersion => "2016-11-23";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        RegionalEndpointResolver.EndpointOf(this, parameters);
}
