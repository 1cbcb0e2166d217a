using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A topic's attributes by name: Policy, SubscriptionsConfirmed and others.</summary>
public partial class GetTopicAttributesResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Attributes { get; set; } = Collections.InitialMap<string>();
}
