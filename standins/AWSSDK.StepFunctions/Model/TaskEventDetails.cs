namespace Amazon.StepFunctions.Model;

/// <summary>Details: task failed.</summary>
public partial class TaskFailedEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: task scheduled.</summary>
public partial class TaskScheduledEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Region { get; set; }

    public string Parameters { get; set; }

    public long? TimeoutInSeconds { get; set; }

    public long? HeartbeatInSeconds { get; set; }

    public TaskCredentials TaskCredentials { get; set; }
}

/// <summary>Details: task start failed.</summary>
public partial class TaskStartFailedEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: task started.</summary>
public partial class TaskStartedEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }
}

/// <summary>Details: task submit failed.</summary>
public partial class TaskSubmitFailedEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: task submitted.</summary>
public partial class TaskSubmittedEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
}

/// <summary>Details: task succeeded.</summary>
public partial class TaskSucceededEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
}

/// <summary>Details: task timed out.</summary>
public partial class TaskTimedOutEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: task credentials.</summary>
public partial class TaskCredentials
{
    public string RoleArn { get; set; }
}
