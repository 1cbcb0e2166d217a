using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>The base of requests to Step Functions.</summary>
public partial class AmazonStepFunctionsRequest : AmazonWebServiceRequest
{
}
