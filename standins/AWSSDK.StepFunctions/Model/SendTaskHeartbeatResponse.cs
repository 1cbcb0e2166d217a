using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The task waits on.</summary>
public partial class SendTaskHeartbeatResponse : AmazonWebServiceResponse
{
}
