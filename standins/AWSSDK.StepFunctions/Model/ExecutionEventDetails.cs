namespace Amazon.StepFunctions.Model;

/// <summary>Details: execution failed.</summary>
public partial class ExecutionFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: execution started.</summary>
public partial class ExecutionStartedEventDetails
{
    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string RoleArn { get; set; }

    public string StateMachineAliasArn { get; set; }

    public string StateMachineVersionArn { get; set; }
}

/// <summary>Details: execution succeeded.</summary>
public partial class ExecutionSucceededEventDetails
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
}

/// <summary>Details: execution aborted.</summary>
public partial class ExecutionAbortedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: execution timed out.</summary>
public partial class ExecutionTimedOutEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: execution redriven.</summary>
public partial class ExecutionRedrivenEventDetails
{
    public int? RedriveCount { get; set; }
}
