using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The execution runs again.</summary>
public partial class RedriveExecutionResponse : AmazonWebServiceResponse
{
    public DateTime? RedriveDate { get; set; }
}
