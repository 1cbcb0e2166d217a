namespace Amazon.StepFunctions.Model;

/// <summary>One execution.</summary>
public partial class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public IncludedData IncludedData { get; set; }
}
