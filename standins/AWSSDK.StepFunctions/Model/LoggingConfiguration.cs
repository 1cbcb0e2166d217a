using Amazon.Runtime.StandIns;

namespace Amazon.StepFunctions.Model;

/// <summary>What is logged of executions, and where to.</summary>
public partial class LoggingConfiguration
{
    public LogLevel Level { get; set; }

    public bool? IncludeExecutionData { get; set; }

    public List<LogDestination> Destinations { get; set; } = Collections.Initial<LogDestination>();
}
