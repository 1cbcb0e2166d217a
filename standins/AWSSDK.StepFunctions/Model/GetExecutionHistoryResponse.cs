using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.StepFunctions.Model;

/// <summary>Events of a history, and where the next ones begin.</summary>
public partial class GetExecutionHistoryResponse : AmazonWebServiceResponse
{
    public List<HistoryEvent> Events { get; set; } = Collections.Initial<HistoryEvent>();

    public string NextToken { get; set; }
}
