namespace Amazon.StepFunctions.Model;

/// <summary>Tells that a task is still being worked on.</summary>
public partial class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; }
}
