using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The task has succeeded.</summary>
public partial class SendTaskSuccessResponse : AmazonWebServiceResponse
{
}
