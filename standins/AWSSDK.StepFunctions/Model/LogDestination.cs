namespace Amazon.StepFunctions.Model;

/// <summary>Where events are logged.</summary>
public partial class LogDestination
{
    public CloudWatchLogsLogGroup CloudWatchLogsLogGroup { get; set; }
}
