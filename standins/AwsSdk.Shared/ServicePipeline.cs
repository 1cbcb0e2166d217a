using Amazon.Runtime.Internal;

namespace Amazon.Runtime.StandIns;

/// <summary>The two steps of the SDK's pipeline that are a service's own.</summary>
internal static class ServicePipeline
{
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureV4Handler());
    }
}
