namespace Amazon.StepFunctions.Model;

/// <summary>Ends a waiting task with an error.</summary>
public partial class SendTaskFailureRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }
}
