using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>An execution: its status, input and what it ended with.</summary>
public partial class DescribeExecutionResponse : AmazonWebServiceResponse
{
    public string ExecutionArn { get; set; }

    public string StateMachineArn { get; set; }

    public string Name { get; set; }

    public ExecutionStatus Status { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? StopDate { get; set; }

    public string Input { get; set; }

    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }

    public string Output { get; set; }

    public CloudWatchEventsExecutionDataDetails OutputDetails { get; set; }

    public string TraceHeader { get; set; }

    public string MapRunArn { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }

    public string StateMachineVersionArn { get; set; }

    public string StateMachineAliasArn { get; set; }

    public int? RedriveCount { get; set; }

    public DateTime? RedriveDate { get; set; }

    public ExecutionRedriveStatus RedriveStatus { get; set; }

    public string RedriveStatusReason { get; set; }
}
