namespace Amazon.StepFunctions.Model;

/// <summary>Ends a waiting task with a result, JSON as text.</summary>
public partial class SendTaskSuccessRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; }

    public string Output { get; set; }
}
