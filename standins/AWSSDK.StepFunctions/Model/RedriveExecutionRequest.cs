namespace Amazon.StepFunctions.Model;

/// <summary>Starts a failed execution again, at the state that failed.</summary>
public partial class RedriveExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public string ClientToken { get; set; }
}
