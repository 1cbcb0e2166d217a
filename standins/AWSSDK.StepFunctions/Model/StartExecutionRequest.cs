namespace Amazon.StepFunctions.Model;

/// <summary>Starts an execution. The same name and input again start nothing new.</summary>
public partial class StartExecutionRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }

    public string Name { get; set; }

    public string Input { get; set; }

    public string TraceHeader { get; set; }
}
