using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The task has failed.</summary>
public partial class SendTaskFailureResponse : AmazonWebServiceResponse
{
}
