namespace Amazon.StepFunctions.Model;

/// <summary>Asks for a page of a state machine's executions, the latest first.</summary>
public partial class ListExecutionsRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }

    public ExecutionStatus StatusFilter { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string MapRunArn { get; set; }

    public ExecutionRedriveFilter RedriveFilter { get; set; }
}
