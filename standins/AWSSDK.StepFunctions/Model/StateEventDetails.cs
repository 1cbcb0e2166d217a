using Amazon.Runtime.StandIns;

namespace Amazon.StepFunctions.Model;

/// <summary>Details: state entered.</summary>
public partial class StateEnteredEventDetails
{
    public string Name { get; set; }

    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }
}

/// <summary>Details: state exited.</summary>
public partial class StateExitedEventDetails
{
    public string Name { get; set; }

    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public Dictionary<string, string> AssignedVariables { get; set; } = Collections.InitialMap<string>();

    public AssignedVariablesDetails AssignedVariablesDetails { get; set; }
}

/// <summary>Details: evaluation failed.</summary>
public partial class EvaluationFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }

    public string Location { get; set; }

    public string State { get; set; }
}

/// <summary>Details: assigned variables.</summary>
public partial class AssignedVariablesDetails
{
    public bool? Truncated { get; set; }
}

/// <summary>Details: history event execution data.</summary>
public partial class HistoryEventExecutionDataDetails
{
    public bool? Truncated { get; set; }
}
