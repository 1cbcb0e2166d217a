using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Runtime.StandIns;

/// <summary>Hands the client's configuration to the endpoint rules. With a custom endpoint and no region, the region is read off the URL.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    public static Endpoint EndpointOf(ClientConfig config, ServiceOperationEndpointParameters parameters)
    {
        var request = new DefaultRequest(parameters.Request, config.ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint };
        var context = new RequestContext(false) { ClientConfig = config, OriginalRequest = parameters.Request, Request = request };
        return new RegionalEndpointResolver().GetEndpoint(new Internal.ExecutionContext(context, null));
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new RegionalEndpointParameters
        {
            Region = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionOf(config),
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
        };
    }

    private static string RegionOf(IClientConfig config)
    {
        if (config.RegionEndpoint is not null || string.IsNullOrEmpty(config.ServiceURL))
        {
            return config.RegionEndpoint?.SystemName;
        }

        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
            : config.AuthenticationRegion;
    }
}
