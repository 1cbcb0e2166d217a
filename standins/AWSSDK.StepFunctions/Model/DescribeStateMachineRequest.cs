namespace Amazon.StepFunctions.Model;

/// <summary>Asks about a state machine.</summary>
public partial class DescribeStateMachineRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }

    public IncludedData IncludedData { get; set; }
}
