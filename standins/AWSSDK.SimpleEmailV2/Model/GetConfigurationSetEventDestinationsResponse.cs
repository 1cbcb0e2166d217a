using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Where a configuration set publishes its events.</summary>
public partial class GetConfigurationSetEventDestinationsResponse : AmazonWebServiceResponse
{
    public List<EventDestination> EventDestinations { get; set; } = Collections.Initial<EventDestination>();
}
