using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.StepFunctions.Model;

/// <summary>A page of executions. NextToken is null on the last.</summary>
public partial class ListExecutionsResponse : AmazonWebServiceResponse
{
    public List<ExecutionListItem> Executions { get; set; } = Collections.Initial<ExecutionListItem>();

    public string NextToken { get; set; }
}
