namespace Amazon.StepFunctions.Model;

/// <summary>A log group.</summary>
public partial class CloudWatchLogsLogGroup
{
    public string LogGroupArn { get; set; }
}
