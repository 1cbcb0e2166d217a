using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Runtime.StandIns;

/// <summary>The endpoint rules that most regional services have: a custom endpoint as it is, or else prefix, region and the partition's suffix.</summary>
internal sealed class RegionalEndpointProvider(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var rules = (RegionalEndpointParameters)parameters;
        if (rules.Endpoint is not null)
        {
            return rules switch
            {
                { UseFIPS: true } => throw Invalid("FIPS and custom endpoint are not supported"),
                { UseDualStack: true } => throw Invalid("Dualstack and custom endpoint are not supported"),
                _ => new Endpoint(rules.Endpoint),
            };
        }

        var region = rules.Region ?? throw Invalid("Missing Region");
        var partition = Fn.Partition(region);
        var host = rules.UseFIPS ? prefix + "-fips" : prefix;
        var suffix = rules.UseDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{region}.{suffix}");
    }

    private static AmazonClientException Invalid(string why) => new("Invalid Configuration: " + why);
}
