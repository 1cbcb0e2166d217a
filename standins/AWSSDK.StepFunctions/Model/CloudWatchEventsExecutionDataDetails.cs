namespace Amazon.StepFunctions.Model;

/// <summary>Whether the input or output is there in full.</summary>
public partial class CloudWatchEventsExecutionDataDetails
{
    public bool? Included { get; set; }
}
