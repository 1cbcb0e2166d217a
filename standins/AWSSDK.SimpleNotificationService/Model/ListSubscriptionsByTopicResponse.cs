using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A page of subscriptions. NextToken is null on the last.</summary>
public partial class ListSubscriptionsByTopicResponse : AmazonWebServiceResponse
{
    public List<Subscription> Subscriptions { get; set; } = Collections.Initial<Subscription>();

    public string NextToken { get; set; }
}
