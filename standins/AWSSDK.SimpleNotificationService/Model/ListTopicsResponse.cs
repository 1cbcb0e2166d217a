using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A page of topics. NextToken is null on the last.</summary>
public partial class ListTopicsResponse : AmazonWebServiceResponse
{
    public List<Topic> Topics { get; set; } = Collections.Initial<Topic>();

    public string NextToken { get; set; }
}
